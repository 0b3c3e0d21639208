import { untrack } from 'svelte';
import { isAbortError, LatestRequest } from '../core/latest-request.ts';
import type { KnownPlace } from '../core/reading/precision.ts';
import type { UnreadPart } from '../core/view/unread-part.ts';
import { readAddress, writeAddress } from '../core/view/view-address.ts';
import type { AddressBar } from '../io/address-bar.ts';
import type { Surroundings } from '../io/surroundings.ts';
import { CrashedWorker } from '../worker/data-client.ts';
import { AddressWriter } from './address-writer.ts';
import type { Camera, ViewState } from '../core/view/view-state.ts';

/** What the address follows and restores; `AppState` is it. */
export type Followed = {
  readonly view: ViewState;
  /** Where the map looks; undefined until it has opened. */
  readonly cameraNow: Camera | undefined;
  /** True while the window is in motion: the address waits. */
  readonly isMoving: boolean;
  /** The open record was reached by reading on from another. */
  readonly isReadingOn: boolean;
  /** Looks up what a view names in the data. */
  resolve(view: ViewState, signal: AbortSignal): Promise<ResolvedView>;
  /** Takes a view that was looked up; gives back what of it names nothing. */
  restore(resolved: ResolvedView): readonly UnreadPart[];
  tellUnread(parts: readonly UnreadPart[]): void;
};

/** A view whose panel names only what the data hold. */
export type ResolvedView = {
  readonly view: ViewState;
  /** The place of the open record. */
  readonly place: KnownPlace | undefined;
  readonly unknown: readonly UnreadPart[];
};

/** Keeps address and state equal; the only place that does. */
export class AddressSync {
  readonly #bar: AddressBar;
  readonly #writer: AddressWriter;
  readonly #followed: Followed;
  #stop: () => void = () => undefined;
  readonly #navigation = new LatestRequest();
  /** What the address asked for, where looking it up broke off. */
  #missed: ReturnType<typeof readAddress> | undefined;

  constructor(bar: AddressBar, surroundings: Surroundings, followed: Followed) {
    this.#bar = bar;
    this.#writer = new AddressWriter(bar, surroundings);
    this.#followed = followed;
  }

  /** The address of exactly what is on screen. */
  get link(): string {
    const camera = this.#followed.cameraNow;
    return this.#bar.linkTo(writeAddress({ ...this.#followed.view, camera }));
  }

  /** The view that the address asks for now. */
  get asked(): ViewState {
    return readAddress(this.#bar.read()).view;
  }

  /** Takes the view of the address, then follows: state to address, Back and Forward to state. */
  async restore(): Promise<void> {
    this.#stop();
    try {
      await this.#take(readAddress(this.#bar.read()));
    } finally {
      this.#follow();
    }
  }

  /** Looks up once more what broke off when the worker ended; the reader may have gone elsewhere. */
  async retry(): Promise<void> {
    if (this.#missed) await this.#take(this.#missed);
  }

  #follow(): void {
    const stopEffects = $effect.root(() => {
      $effect(() => {
        if (this.#followed.isMoving) return;
        const parts = writeAddress(this.#followed.view);
        untrack(() => {
          this.#writer.write(parts, this.#followed.isReadingOn);
        });
      });
    });
    const stopTravel = this.#bar.onTravel(() => void this.#take(readAddress(this.#bar.read())));
    this.#stop = () => {
      stopEffects();
      stopTravel();
    };
  }

  /** Until the view of the address has been looked up, nothing is written; a newer navigation cancels the older. */
  async #take(asked: ReturnType<typeof readAddress>): Promise<void> {
    this.#writer.pause();
    this.#missed = asked;
    const { view, unread } = asked;
    try {
      const resolved = await this.#navigation.run((signal) => this.#followed.resolve(view, signal));
      this.#missed = undefined;
      const unknown = this.#followed.restore(resolved);
      if (unread.length + unknown.length > 0) this.#followed.tellUnread([...unread, ...unknown]);
    } catch (cause) {
      if (isAbortError(cause)) throw cause;
      if (!(cause instanceof CrashedWorker)) this.#missed = undefined;
      // A look-up that failed must not leave the writer paused.
      this.#writer.begin(writeAddress(this.#followed.view));
      throw cause;
    }
    this.#writer.begin(writeAddress(this.#followed.view));
  }
}
