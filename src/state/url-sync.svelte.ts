import { untrack } from 'svelte';
import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import type { KnownPlace } from '../core/place/precision.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { InvalidParameter } from '../core/url/invalid-parameter.ts';
import type { QueryParameters } from '../core/url/query-parameters.ts';
import { OPENING_VIEW, type Camera, type ViewState } from '../core/url/view-state.ts';
import { writeViewUrl } from '../core/url/write-view-url.ts';
import type { UrlBar } from '../io/url-bar.ts';
import type { Environment } from '../io/environment.ts';
import { CrashedWorker } from '../worker/worker-client.ts';
import type { SortedClauses } from './column-clauses.ts';
import type { FilterChange } from './filters.svelte.ts';
import type { FoundGroup } from './queries.svelte.ts';
import { UrlWriter } from './url-writer.ts';

/** What the address follows and restores: `PageView`. */
export type SyncedState = {
  readonly view: ViewState;
  /** Where the map looks; undefined until it has opened. */
  readonly cameraNow: Camera | undefined;
  /** True while the window is in motion: the address waits. */
  readonly isMoving: boolean;
  /** The open record was reached by reading on from another. */
  readonly isReadingOn: boolean;
  readonly filterChange: FilterChange | undefined;
  /** Looks up what a view names in the data. */
  resolve(requested: RequestedView, signal: AbortSignal): Promise<ResolvedView>;
  /** Takes a view that was looked up; gives back what of it names nothing. */
  restore(resolved: ResolvedView): readonly InvalidParameter[];
  notifyUnread(parts: readonly InvalidParameter[]): void;
  /** The address names no view: the page is as it opens. */
  openAtHome(): void;
};

/** A view that the address asks for. */
export type RequestedView = {
  readonly view: ViewState;
  /** By a link that was followed: the page goes to the time of the record that it opens. */
  readonly isLink: boolean;
};

/** A view whose panel names only what the data hold. */
export type ResolvedView = {
  readonly view: ViewState;
  /** The window that the link names, where another one shows the open record. */
  readonly windowBefore: TimeRange | undefined;
  /** The place of the open record. */
  readonly place: KnownPlace | undefined;
  /** Its clauses, by what the data have of the columns that they name. */
  readonly clauses: SortedClauses;
  /** What the open group holds. */
  readonly opened: FoundGroup | undefined;
  readonly unknown: readonly InvalidParameter[];
};

type AskedView = RequestedView & { readonly unread: readonly InvalidParameter[] };

/** Keeps address and state equal; the only place that does. */
export class UrlSync {
  readonly #bar: UrlBar;
  readonly #writer: UrlWriter;
  readonly #followed: SyncedState;
  #stop: () => void = () => undefined;
  readonly #navigation = new LatestRequest();
  /** What the address asked for, where looking it up broke off. */
  #missed: Promise<AskedView> | undefined;

  constructor(bar: UrlBar, surroundings: Environment, followed: SyncedState) {
    this.#bar = bar;
    this.#writer = new UrlWriter(bar, surroundings);
    this.#followed = followed;
  }

  /** The address of exactly what is on screen. */
  get link(): string {
    const camera = this.#followed.cameraNow;
    return this.#bar.linkTo(writeViewUrl({ ...this.#followed.view, camera }));
  }

  /** The view that the address asks for now. */
  get requested(): Promise<AskedView> {
    return this.#bar.read().then((parts) => this.#readView(parts));
  }

  /** What reads a view is loaded with the first address that names one. */
  async #readView(parts: QueryParameters): Promise<AskedView> {
    const isLink = !this.#bar.isWrittenHere;
    if (parts.size === 0) return { view: OPENING_VIEW, unread: [], isLink };
    const { readViewUrl } = await import('../core/url/address-reader.ts');
    return { ...readViewUrl(parts), isLink };
  }

  /** Takes the view of the address when the page opens, then follows: state to address, Back and Forward to state. */
  async restore(): Promise<void> {
    this.#stop();
    try {
      const parts = await this.#bar.read();
      if (parts.size > 0) await this.#take(this.#readView(parts));
      else {
        this.#followed.openAtHome();
        this.#begin();
      }
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
        const parts = writeViewUrl(this.#followed.view);
        untrack(() => {
          this.#writer.write(parts, this.#followed);
        });
      });
    });
    const stopTravel = this.#bar.onTravel((reading) => {
      void this.#take(reading.then((parts) => this.#readView(parts)));
    });
    this.#stop = () => {
      stopEffects();
      stopTravel();
    };
  }

  /** The address says what the page shows. */
  #begin(): void {
    this.#writer.begin(writeViewUrl(this.#followed.view), this.#followed);
  }

  /** Until the view of the address has been looked up, nothing is written; a newer navigation cancels the older. */
  async #take(requested: Promise<AskedView>): Promise<void> {
    this.#writer.pause();
    this.#missed = requested;
    try {
      const { resolved, unread } = await this.#navigation.run(async (signal) => {
        const asked = await requested;
        signal.throwIfAborted();
        return { resolved: await this.#followed.resolve(asked, signal), unread: asked.unread };
      });
      this.#missed = undefined;
      const unknown = this.#followed.restore(resolved);
      if (unread.length + unknown.length > 0) this.#followed.notifyUnread([...unread, ...unknown]);
    } catch (cause) {
      if (isAbortError(cause)) throw cause;
      if (!(cause instanceof CrashedWorker)) this.#missed = undefined;
      // A look-up that failed must not leave the writer paused.
      this.#begin();
      throw cause;
    }
    this.#begin();
  }
}
