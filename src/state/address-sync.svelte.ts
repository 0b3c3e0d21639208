import { untrack } from 'svelte';
import { readAddress, writeAddress, type AddressParts } from '../core/view/view-address.ts';
import type { AddressBar } from '../io/address-bar.ts';
import type { AppState } from './app-state.svelte.ts';

/** Parts that change without a new stop for Back: moving the map, typing a search. */
const QUIET_PARTS = new Set(['map', 'q']);

function differences(a: AddressParts, b: AddressParts): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

/** Keeps address and state equal; the only place that does. */
export class AddressSync {
  readonly #bar: AddressBar;
  readonly #app: AppState;
  #written: AddressParts = new Map();
  #stop: () => void = () => undefined;

  constructor(bar: AddressBar, app: AppState) {
    this.#bar = bar;
    this.#app = app;
  }

  /** The address of exactly what is on screen. */
  get link(): string {
    const camera = this.#app.camera.now;
    return this.#bar.linkTo(writeAddress({ ...this.#app.view, camera }));
  }

  /** Takes the view of the address, then follows: state to address, Back and Forward to state. */
  restore(): void {
    this.#stop();
    this.#take();
    const stopEffects = $effect.root(() => {
      $effect(() => {
        if (this.#app.timeline.isMoving) return;
        const parts = writeAddress(this.#app.view);
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
    for (const part of unread) this.#app.notices.tell({ kind: 'address-part', ...part });
    this.#app.restore(view);
    this.#written = writeAddress(this.#app.view);
  }

  #write(parts: AddressParts): void {
    const changed = differences(this.#written, parts);
    if (changed.length === 0) return;
    if (changed.every((part) => QUIET_PARTS.has(part))) this.#bar.replace(parts);
    else this.#bar.push(parts);
    this.#written = parts;
  }
}
