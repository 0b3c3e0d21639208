import type { AreaProperties, AreasFile } from './areas-file.ts';

/** A geometry of the file, which shares its arcs with its neighbours. */
type AreaObject = AreasFile['topology']['objects']['areas']['geometries'][number];

/** A first-level division or a country, drawn as one outline. */
export type WorldArea = {
  /** As the file has it; several areas may have the same. */
  readonly title: string;
  /** Other names of a region. */
  readonly also?: readonly string[];
  readonly kind: 'governorate' | 'country';
  /** ISO 3166-1 alpha-2; empty where several countries claim it. */
  readonly country: string;
  readonly parts: readonly AreaObject[];
};

/** An area of the file, and the division that a row is known to that is only known to be in it. */
export type AreaPart = {
  readonly object: AreaObject;
  readonly properties: AreaProperties;
  /** Undefined for a part without a name. */
  readonly area: WorldArea | undefined;
  /** The area itself, or the first-level division that it belongs to. */
  readonly division: WorldArea | undefined;
};

export type AreaList = {
  readonly parts: readonly AreaPart[];
  /** First-level divisions of which the file has second-level areas. */
  readonly regions: readonly WorldArea[];
  readonly countries: ReadonlyMap<string, WorldArea>;
};

function grouped<Key, Value>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly Key[],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values)
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  return groups;
}

const NO_PROPERTIES: AreaProperties = { name: '', country: '' };
const propertiesOf = ({ properties }: AreaObject): AreaProperties => ({
  ...NO_PROPERTIES,
  ...properties,
});

/** The areas of a file, its divisions and countries. */
export function areaList({ topology, countries }: AreasFile): AreaList {
  const objects = topology.objects.areas.geometries;
  const regionKey = (country: string, region = ''): string => `${country} ${region}`;
  const regions = new Map<string, WorldArea>();
  const byRegion = grouped(objects, (object) => {
    const { country, region, within } = propertiesOf(object);
    return [region, within].flatMap((title) => (title ? [regionKey(country, title)] : []));
  });
  for (const [key, parts] of byRegion) {
    const space = key.indexOf(' ');
    const [country, title] = [key.slice(0, space), key.slice(space + 1)];
    const named = parts.map(propertiesOf).find(({ region }) => region === title);
    const also = named?.regionNames ?? [];
    regions.set(key, { title, also, kind: 'governorate', country, parts });
  }
  const byCountry = grouped(objects, (object) => {
    const { country, territory } = propertiesOf(object);
    return [country, territory].filter((code) => code !== undefined && code !== '');
  });
  return {
    parts: objects.map((object): AreaPart => {
      const properties = propertiesOf(object);
      const { name: title, country } = properties;
      const area: WorldArea | undefined =
        title === '' ? undefined : { title, kind: 'governorate', country, parts: [object] };
      return {
        object,
        properties,
        area,
        division: regions.get(regionKey(country, properties.region)) ?? area,
      };
    }),
    regions: [...regions.values()],
    countries: new Map(
      [...byCountry].map(([code = '', parts]) => [
        code,
        { title: countries[code]?.name ?? code, kind: 'country', country: code, parts },
      ]),
    ),
  };
}
