import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { NamedArea } from '../../core/place/named-area.ts';
import { isCut, outlineLines } from '../../core/place/antimeridian.ts';
import { pointInside } from '../mapping/point-inside.ts';
import { AreaGrid } from './area-grid.ts';
import { areaList, type AreaList, type AreaPart, type WorldArea } from './area-list.ts';
import type { AreasFile } from './areas-file.ts';
import { CountryCodes } from './country-codes.ts';
import { foldedName } from './fold-area-name.ts';
import { NameIndex, RANKS, type FoundNames } from './name-index.ts';
import { isSmall, mayBeSmall } from './small-areas.ts';

type Merged = Parameters<typeof merge>[1];

/** The names of a part, most sure first. */
function addNames(index: NameIndex<WorldArea>, { properties, area }: AreaPart): void {
  if (!area) return;
  index.add(properties.name, area, RANKS.name);
  for (const name of properties.names ?? []) index.add(name, area, RANKS.spelling);
  for (const name of properties.also ?? []) index.add(name, area, RANKS.spelling);
  for (const name of properties.alternates ?? []) index.add(name, area, RANKS.alternate);
}

/**
 * Provinces and countries of the world. Those that the page's own data set draws keep its outline and
 * its name, so rows of a file and its records are in one area.
 */
export class WorldAreas {
  readonly countries: CountryCodes;
  readonly #topology: AreasFile['topology'];
  readonly #list: AreaList;
  readonly #grid = new AreaGrid();
  readonly #own = new Map<WorldArea, NamedArea>();
  /** By the name that is one area's only. */
  readonly #named = new Map<string, WorldArea>();
  readonly #nameOf = new Map<WorldArea, string>();
  /** Names of each country's areas, made when they are asked for; of all countries under an empty code. */
  readonly #indexes = new Map<string, NameIndex<WorldArea>>();
  readonly #outlines = new Map<string, NamedArea>();

  constructor(file: AreasFile, own: readonly NamedArea[] = []) {
    this.#topology = file.topology;
    this.#list = areaList(file);
    this.countries = new CountryCodes(file.countries);
    this.#list.parts.forEach(({ object }, at) => {
      const drawn = feature(this.#topology, object);
      if (drawn.type === 'Feature') this.#grid.add(drawn.geometry as MultiPolygon, at);
    });
    for (const area of own) if (area.kind === 'governorate') this.#join(area);
    this.#giveNames(file);
  }

  /** One area where the middle of each lies in the other. */
  #join(own: NamedArea): void {
    const [lon, lat] = pointInside(own.shape) ?? [];
    if (lon === undefined || lat === undefined) return;
    const area = this.#partAt(lon, lat)?.area;
    const middle = area && pointInside(this.#shapeOf(area));
    if (area && middle && booleanPointInPolygon(middle, own.shape)) this.#own.set(area, own);
  }

  /** The name of an area, with its country where other areas have the same. */
  #giveNames(file: AreasFile): void {
    const { parts, regions, countries } = this.#list;
    const divisions = [...parts.flatMap(({ area }) => area ?? []), ...regions];
    const counts = new Map<string, number>();
    const count = (name: string): void => {
      counts.set(foldedName(name), (counts.get(foldedName(name)) ?? 0) + 1);
    };
    for (const { name } of this.#own.values()) count(name);
    for (const { title } of [...countries.values(), ...divisions]) count(title);
    for (const area of [...countries.values(), ...divisions]) {
      const country = file.countries[area.country]?.name ?? '';
      const isAlone = area.kind === 'country' || counts.get(foldedName(area.title)) === 1;
      const name =
        this.#own.get(area)?.name ?? (isAlone ? area.title : `${area.title}, ${country}`);
      this.#nameOf.set(area, name);
      // A division of the same name as an area of its country is not told apart from it.
      if (!this.#named.has(name)) this.#named.set(name, area);
    }
  }

  /** The name under which an area is listed and linked to. */
  nameOf(area: WorldArea): string {
    return this.#nameOf.get(area) ?? area.title;
  }

  /** The area of a name that `nameOf` gave. */
  area(name: string): WorldArea | undefined {
    return this.#named.get(name);
  }

  country(code: string): WorldArea | undefined {
    return this.#list.countries.get(code);
  }

  /** The areas of a country that a name may mean; of any country without a code. */
  find(name: string, code = ''): FoundNames<WorldArea> {
    const found = this.#indexOf(code).find(name);
    if (found.isWhole || !mayBeSmall(name)) return found;
    const isLarge = ({ country }: WorldArea): boolean => !isSmall(name, country);
    return { ...found, named: found.named.filter(isLarge), isWeak: true };
  }

  #indexOf(code: string): NameIndex<WorldArea> {
    const known = this.#indexes.get(code);
    if (known) return known;
    const index = new NameIndex<WorldArea>();
    const isIn = ({ properties: { country, territory, namedUnder } }: AreaPart): boolean =>
      code === '' || country === code || territory === code || namedUnder?.includes(code) === true;
    const parts = this.#list.parts.filter(isIn);
    for (const part of parts) {
      addNames(index, part);
      const own = part.area && this.#own.get(part.area);
      if (part.area && own)
        for (const name of [own.name, ...own.also]) index.add(name, part.area, RANKS.name);
    }
    const inside = new Set(parts.map(({ division }) => division));
    // An area of the same name comes first.
    for (const region of this.#list.regions)
      if (inside.has(region))
        for (const name of [region.title, ...(region.also ?? [])])
          if (index.find(name).named.length === 0) index.add(name, region, RANKS.name);
    this.#indexes.set(code, index);
    return index;
  }

  #partAt(lon: number, lat: number): AreaPart | undefined {
    const at = Number.isFinite(lon) && Number.isFinite(lat) ? this.#grid.find(lon, lat) : undefined;
    return at === undefined ? undefined : this.#list.parts[at];
  }

  /** The division and the country that a point lies in. */
  at(lon: number, lat: number): { readonly division?: WorldArea; readonly country?: string } {
    const part = this.#partAt(lon, lat);
    if (!part) return {};
    const { division, properties } = part;
    return {
      ...(division ? { division } : {}),
      ...(properties.country === '' ? {} : { country: properties.country }),
    };
  }

  #shapeOf({ parts }: WorldArea): MultiPolygon {
    return merge(this.#topology, parts as Merged);
  }

  /** The outline of an area by its name. */
  outline(name: string): NamedArea | undefined {
    const known = this.#outlines.get(name);
    const area = this.#named.get(name);
    if (known || !area) return known;
    const shape = this.#shapeOf(area);
    const cut = isCut(shape) ? { outline: outlineLines(shape) } : {};
    const outline = this.#own.get(area) ?? { name, also: [], kind: area.kind, shape, ...cut };
    this.#outlines.set(name, outline);
    return outline;
  }
}
