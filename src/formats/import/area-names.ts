import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { boundsOf, isWithin, type Bounds } from '../../core/place/bounds.ts';
import { positionsOf } from '../../core/place/positions.ts';
import { foldText } from '../../core/text/fold-text.ts';
import type { Spellings } from '../../core/text/search-text.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import { bareName } from '../areas/fold-area-name.ts';

/** The areas that the page's own data set draws, by any spelling: `Al Anbār province` is `Anbar`. */
export class AreaNames {
  /** With their boxes, so that the test of a point looks at the outlines near it only. */
  readonly #shapes: readonly { readonly name: string; readonly shape: Polygon | MultiPolygon }[];
  readonly #areas: readonly NamedArea[];
  /** Around all of them: most points of a file of the world lie outside. */
  readonly #box: Bounds | undefined;
  readonly #known = new Map<string, string>();
  /** The answers to what was asked, as it was written. */
  readonly #asked = new Map<string, string | undefined>();

  constructor(areas: readonly NamedArea[], spellings: Spellings) {
    this.#areas = areas;
    this.#box = boundsOfAreas(areas);
    this.#shapes = areas
      .filter(({ kind }) => kind === 'governorate')
      .map(({ name, shape }) => ({ name, shape: { ...shape, bbox: bbox(shape) } }));
    for (const { name, also } of areas) {
      for (const one of [name, ...also]) this.#known.set(bareName(one), name);
      const others = spellings.find((names) =>
        names.some((one) => foldText(one) === foldText(name)),
      );
      for (const one of others ?? []) this.#known.set(bareName(one), name);
    }
  }

  /** The area that a name means. */
  known(name: string): string | undefined {
    if (!this.#asked.has(name)) this.#asked.set(name, this.#known.get(bareName(name)));
    return this.#asked.get(name);
  }

  /** The governorate that a point lies in. */
  at(lon: number, lat: number): string | undefined {
    if (!this.#box || !isWithin(this.#box, lon, lat)) return undefined;
    return this.#shapes.find(({ shape }) => booleanPointInPolygon([lon, lat], shape))?.name;
  }

  /** The box of the area that a name means. */
  boundsOf(name: string): Bounds | undefined {
    const known = this.known(name);
    const area = this.#areas.find((one) => one.name === known);
    return area && boundsOfAreas([area]);
  }
}

function boundsOfAreas(areas: readonly NamedArea[]): Bounds | undefined {
  const positions = areas.flatMap(({ shape }) => [...positionsOf(shape)]);
  return boundsOf(positions.map(([lon = 0, lat = 0]) => ({ lon, lat })));
}
