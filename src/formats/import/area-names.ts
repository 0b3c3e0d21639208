import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { foldText, type Spellings } from '../../core/text/search-text.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import type { RowPlace } from '../../core/records/read-row.ts';

/** The name under which the outline of an area is known: by its own name, else by where it lies. */
export type AreaNaming = (name: string, place: RowPlace) => string;

/** Words around the name of a division that its outline does not carry. */
const AROUND = /\b(?:province|governorate|muhafaza[th]?|al|as|ad|an|ar)\b/g;

const folded = (name: string): string =>
  foldText(name).replace(/[-_.]/g, ' ').replace(AROUND, ' ').replace(/\s+/g, '');

/**
 * The names of areas whose outline is known, whatever the spelling: `Al Anbār province` is `Anbar`.
 * Names of no known outline stay as they are.
 */
export class AreaNames {
  /** With their boxes, so that the test of a point looks at the outlines near it only. */
  readonly #areas: readonly { readonly name: string; readonly shape: Polygon | MultiPolygon }[];
  readonly #known = new Map<string, string>();
  /** What a name alone decides; empty where the place must. */
  readonly #asked = new Map<string, string>();

  constructor(areas: readonly NamedArea[], spellings: Spellings) {
    this.#areas = areas
      .filter(({ kind }) => kind === 'governorate')
      .map(({ name, shape }) => ({ name, shape: { ...shape, bbox: bbox(shape) } }));
    for (const { name, also } of areas) {
      for (const one of [name, ...also]) this.#known.set(folded(one), name);
      const others = spellings.find((names) =>
        names.some((one) => foldText(one) === foldText(name)),
      );
      for (const one of others ?? []) this.#known.set(folded(one), name);
    }
  }

  nameOf(name: string, place: RowPlace): string {
    let known = this.#asked.get(name);
    if (known === undefined) {
      known = this.#known.get(folded(name)) ?? '';
      this.#asked.set(name, known);
    }
    return known || (this.#holding(place) ?? name);
  }

  /** The governorate that a point inside of it represents, as files give one for the whole. */
  #holding({ lon, lat, precision }: RowPlace): string | undefined {
    if (precision !== 'governorate') return undefined;
    return this.#areas.find(({ shape }) => booleanPointInPolygon([lon, lat], shape))?.name;
  }
}
