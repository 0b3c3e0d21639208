import { untrack } from 'svelte';
import type { UnreadPart } from '../core/view/unread-part.ts';
import { readAddress, writeAddress, type AddressParts } from '../core/view/view-address.ts';
import type { AddressBar } from '../io/address-bar.ts';
import type { Surroundings } from '../io/surroundings.ts';
import type { Camera, ViewState } from '../core/view/view-state.ts';

/** What the address follows and restores; `AppState` is it. */
export type Followed = {
  readonly view: ViewState;
  /** Where the map looks; undefined until it has opened. */
  readonly cameraNow: Camera | undefined;
  /** True while the window is in motion: the address waits. */
  readonly isMoving: boolean;
  /** Takes a view; gives back what of it names nothing in the data. */
  restore(view: ViewState): readonly UnreadPart[];
  tellUnread(parts: readonly UnreadPart[]): void;
};

/** Parts that change without a new stop for Back: moving the map, typing a search. */
const QUIET_PARTS = new Set(['map', 'q']);
/** They are written when they rest: browsers refuse an address that changes with every frame. */
const QUIET_MILLISECONDS = 300;

function differences(a: AddressParts, b: AddressParts): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

/** Keeps address and state equal; the only place that does. */
export class AddressSync {
  readonly #bar: AddressBar;
  readonly #surroundings: Surroundings;
  readonly #followed: Followed;
  #written: AddressParts = new Map();
  #stop: () => void = () => undefined;
  #stopWaiting: () => void = () => undefined;

  constructor(bar: AddressBar, surroundings: Surroundings, followed: Followed) {
    this.#bar = bar;
    this.#surroundings = surroundings;
    this.#followed = followed;
  }

  /** The address of exactly what is on screen. */
  get link(): string {
    const camera = this.#followed.cameraNow;
    return this.#bar.linkTo(writeAddress({ ...this.#followed.view, camera }));
  }

  /** Takes the view of the address, then follows: state to address, Back and Forward to state. */
  restore(): void {
    this.#stop();
    this.#take();
    const stopEffects = $effect.root(() => {
      $effect(() => {
        if (this.#followed.isMoving) return;
        const parts = writeAddress(this.#followed.view);
        untrack(() => {
          this.#write(parts);
        });
      });
    });
    const stopTravel = this.#bar.onTravel(() => {
      this.#take();
    });
    this.#stop = () => {
      stopEffects();
      stopTravel();
    };
  }

  #take(): void {
    const { view, unread } = readAddress(this.#bar.read());
    const unknown = this.#followed.restore(view);
    if (unread.length + unknown.length > 0) this.#followed.tellUnread([...unread, ...unknown]);
    this.#written = writeAddress(this.#followed.view);
  }

  #write(parts: AddressParts): void {
    this.#stopWaiting();
    const changed = differences(this.#written, parts);
    if (changed.length === 0) return;
    if (changed.every((part) => QUIET_PARTS.has(part))) {
      this.#stopWaiting = this.#surroundings.after(QUIET_MILLISECONDS, () => {
        this.#bar.replace(parts);
        this.#written = parts;
      });
    } else {
      this.#bar.push(parts);
      this.#written = parts;
    }
  }
}
