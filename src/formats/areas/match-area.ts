import type { WorldArea } from './area-list.ts';
import { isGeneric } from './fold-area-name.ts';
import { mayBeSmall } from './small-areas.ts';
import type { WorldAreas } from './world-areas.ts';

/** What a row says of the area that it is in; empty and `NaN` where it says nothing. */
export type AreaClue = {
  readonly area: string;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
};

export type AreaMatch =
  /** By the name that the row gives, or by the area that its point lies in. */
  | { readonly kind: 'found'; readonly area: WorldArea; readonly by: 'name' | 'point' }
  /** Several areas have the name, or its point lies in another country than the only one. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' };

const AMBIGUOUS: AreaMatch = { kind: 'ambiguous' };
const UNKNOWN: AreaMatch = { kind: 'unknown' };
const found = (area: WorldArea, by: 'name' | 'point'): AreaMatch => ({ kind: 'found', area, by });

type Looked = { readonly sure: WorldArea | undefined; readonly match: AreaMatch | undefined };

/**
 * Finds the province that a row is known to, by its name in the country that the row names, or that its
 * point is in. The point decides where the name does not; a name is never matched by likeness.
 */
export class AreaMatcher {
  readonly #world: WorldAreas;
  /** What a name in a country decides without the point. */
  readonly #byName = new Map<string, Looked>();

  constructor(world: WorldAreas) {
    this.#world = world;
  }

  match(clue: AreaClue): AreaMatch {
    const { sure } = this.#named(clue.area, this.#world.countries.of(clue.country));
    return sure ? found(sure, 'name') : this.#withPoint(clue);
  }

  /** `sure`: the point would not change it. */
  #named(area: string, code: string | undefined): Looked {
    if (area === '' || code === undefined) return { sure: undefined, match: undefined };
    const key = `${code} ${area}`;
    const known = this.#byName.get(key);
    if (known) return known;
    const looked = this.#lookUp(area, code);
    this.#byName.set(key, looked);
    return looked;
  }

  #lookUp(area: string, code: string): Looked {
    const written = this.#world.area(area);
    // Without a country the name has to be one that says the country itself, as `Punjab, India`.
    const isWhole = code === '' ? area !== written?.title : written?.country === code;
    if (written?.kind === 'governorate' && isWhole)
      return { sure: written, match: found(written, 'name') };
    const { named, any, isWeak } = this.#world.find(area, code);
    const [first] = named;
    if (!first) return { sure: undefined, match: undefined };
    const countries = new Set(any.map(({ country }) => country));
    if (code === '' && (isGeneric(area) || countries.size > 1))
      return { sure: undefined, match: AMBIGUOUS };
    if (named.length > 1) return { sure: undefined, match: AMBIGUOUS };
    return { sure: isWeak ? undefined : first, match: found(first, 'name') };
  }

  #withPoint({ area, country, lon, lat }: AreaClue): AreaMatch {
    const world = this.#world;
    const { division, country: countryOfPoint } = world.at(lon, lat);
    const stated = world.countries.of(country);
    const code = stated ?? countryOfPoint;
    // A country that is not known is not any country.
    const { sure, match } = this.#named(area, code ?? (country === '' ? '' : undefined));
    if (sure) return found(sure, 'name');
    if (!division) return match ?? UNKNOWN;
    // The name and the point agree, whatever country the row names.
    if (this.#hasName(division, area, countryOfPoint)) return found(division, 'name');
    if (match?.kind === 'ambiguous') return AMBIGUOUS;
    if (code !== countryOfPoint && code !== undefined) return match ?? UNKNOWN;
    // No such name in the country of the point, but elsewhere: the row contradicts itself.
    const isElsewhere = !match && stated === undefined && this.#named(area, '').match !== undefined;
    return isElsewhere ? AMBIGUOUS : found(division, 'point');
  }

  #hasName(division: WorldArea, area: string, code: string | undefined): boolean {
    return area !== '' && this.#world.find(area, code).named.includes(division);
  }

  /** The country that a row is known to. */
  country({ area, country, lon, lat }: AreaClue): AreaMatch {
    const { countries } = this.#world;
    const code = countries.of(country) ?? (mayBeSmall(area) ? undefined : countries.of(area));
    const named = code === undefined ? undefined : this.#world.country(code);
    if (named) return found(named, 'name');
    // A row that names some other place as its country is not moved to the one of its point.
    const at = country === '' ? this.#world.at(lon, lat).country : undefined;
    const inside = at === undefined ? undefined : this.#world.country(at);
    return inside ? found(inside, 'point') : UNKNOWN;
  }
}
