import type { AddressParts } from '../core/view/view-address.ts';
import type { AddressBar } from '../io/address-bar.ts';
import type { Surroundings } from '../io/surroundings.ts';

/** Parts that change without a new stop for Back: moving the map, typing a search. */
const QUIET_PARTS = new Set(['map', 'q']);
/** They are written when they rest: browsers refuse an address that changes with every frame. */
const QUIET_MILLISECONDS = 300;

function differences(a: AddressParts, b: AddressParts): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}

/** Decides what becomes a stop for Back, and when the address is written. */
export class AddressWriter {
  readonly #bar: AddressBar;
  readonly #surroundings: Surroundings;
  #written: AddressParts = new Map();
  #stopWaiting: () => void = () => undefined;
  #isPaused = false;

  constructor(bar: AddressBar, surroundings: Surroundings) {
    this.#bar = bar;
    this.#surroundings = surroundings;
  }

  /** What the address says already. */
  begin(parts: AddressParts): void {
    this.#stopWaiting();
    this.#isPaused = false;
    this.#written = parts;
  }

  /** Nothing is written until it begins anew. */
  pause(): void {
    this.#stopWaiting();
    this.#isPaused = true;
  }

  write(parts: AddressParts): void {
    this.#stopWaiting();
    if (this.#isPaused) return;
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
