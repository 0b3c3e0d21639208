import { AreaMatcher, type AreaClue, type AreaMatch } from './match-area.ts';
import type { WorldArea } from './area-list.ts';
import type { WorldAreas } from './world-areas.ts';

/** Finds the area of a cell that has a country after it, `Al Khartum, Sudan`, or several areas. */
export class AreaParts {
  readonly #world: WorldAreas;
  readonly #matcher: AreaMatcher;

  constructor(world: WorldAreas) {
    this.#world = world;
    this.#matcher = new AreaMatcher(world);
  }

  match(clue: AreaClue): AreaMatch {
    const whole = this.#matcher.match(clue);
    const parts = clue.area.split(/[,;]/).map((part) => part.trim());
    if (isNamed(whole) || parts.length < 2 || parts.includes('')) return whole;
    const country = this.#countryAfter(clue, parts.slice(1));
    if (country === undefined) return this.#areSeveral(clue, parts) ? { kind: 'ambiguous' } : whole;
    const first = this.#matcher.match({ ...clue, area: parts[0] ?? '', country });
    return isNamed(first) || whole.kind !== 'found' ? first : whole;
  }

  country(clue: AreaClue): AreaMatch {
    return this.#matcher.country(clue);
  }

  /** All that is after the first name, where it is one country: the row's own if it has one. */
  #countryAfter({ country }: AreaClue, rest: readonly string[]): string | undefined {
    const { countries } = this.#world;
    const codes = new Set(rest.map((part) => countries.of(part)));
    const code = countries.of(rest.join(', ')) ?? (codes.size === 1 ? [...codes][0] : undefined);
    return country === '' || countries.of(country) === code ? code : undefined;
  }

  /** The row is in one of several provinces, whichever its point is in. */
  #areSeveral(clue: AreaClue, parts: readonly string[]): boolean {
    const areas = new Set<WorldArea>();
    for (const area of parts) {
      const match = this.#matcher.match({ ...clue, area, lon: NaN, lat: NaN });
      if (match.kind === 'found') areas.add(match.area);
    }
    return areas.size > 1;
  }
}

const isNamed = (match: AreaMatch): boolean => match.kind === 'found' && match.by === 'name';
