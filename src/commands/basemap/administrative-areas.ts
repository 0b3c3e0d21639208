import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { topology } from 'topojson-server';
import type {
  GeometryCollection,
  MultiPolygon as TopologyMultiPolygon,
  Polygon as TopologyPolygon,
  Topology,
} from 'topojson-specification';
import type { Admin1Properties } from './admin1-labels.ts';

/** The columns of Natural Earth's admin-1 table that are read here. `adm0_a3` may be of an area apart, as CYN. */
interface AreaColumns extends Admin1Properties {
  readonly iso_3166_2: string;
  readonly min_zoom: number;
  readonly name_ar: string | null;
}

export type Area = TopologyPolygon<AreaColumns> | TopologyMultiPolygon<AreaColumns>;
export type AreaTopology = Topology<{ areas: GeometryCollection<AreaColumns> }>;

/** The first-level areas of all countries, joined by the edges they share. */
export function joinAreas(admin1Json: string): AreaTopology {
  const all = JSON.parse(admin1Json) as FeatureCollection<Polygon | MultiPolygon, AreaColumns>;
  const named: typeof all = { ...all, features: all.features.filter(isNamed) };
  return topology({ areas: named }) as AreaTopology;
}

export function areasOf(joined: AreaTopology): Area[] {
  return joined.objects.areas.geometries.filter(
    (geometry): geometry is Area => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
}

/** The lines between some of the areas, each from one meeting of lines to the next, without their outer edge. */
export function linesBetween(
  joined: AreaTopology,
  areas: readonly Area[],
  isBetween: (a: Area, b: Area) => boolean = (a, b) => a !== b,
): Position[][] {
  const owners = new Map<number, Area[]>();
  for (const area of areas) {
    for (const arc of new Set(area.arcs.flat(2).map((index) => (index < 0 ? ~index : index)))) {
      const known = owners.get(arc);
      if (known) known.push(area);
      else owners.set(arc, [area]);
    }
  }
  return [...owners]
    .filter(([, [a, b]]) => a && b && isBetween(a, b))
    .map(([arc]) => joined.arcs[arc] ?? [])
    .filter((line) => line.length > 1);
}

export function countryCode(area: Area): string {
  return area.properties?.adm0_a3 ?? '';
}

function isNamed({ properties }: { readonly properties: AreaColumns }): boolean {
  return Boolean(properties.name);
}
