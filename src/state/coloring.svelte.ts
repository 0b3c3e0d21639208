import type { ColorScheme } from '../core/records/color-scheme.ts';

/** What the colour of marks and counts says. */
export class Coloring {
  #scheme = $state.raw<ColorScheme>('target');

  get scheme(): ColorScheme {
    return this.#scheme;
  }

  choose(scheme: ColorScheme): void {
    this.#scheme = scheme;
  }
}
