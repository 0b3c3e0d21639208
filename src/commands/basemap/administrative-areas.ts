import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as TopologyMultiPolygon,
  Polygon as TopologyPolygon,
  Topology,
} from 'topojson-specification';
import { touchesRegion } from './clip.ts';

/** The columns of Natural Earth's admin-1 table that are read here. */
interface AreaColumns {
  readonly iso_a2: string;
  readonly adm0_a3: string;
  readonly adm1_code: string;
  readonly name_ar: string | null;
}

export type Area = TopologyPolygon<AreaColumns> | TopologyMultiPolygon<AreaColumns>;
export type AreaTopology = Topology<{ areas: GeometryCollection<AreaColumns> }>;

/** Square degrees: about 50 m × 50 m at this latitude, below a pixel at zoom 10. */
const smallestTriangle = 2.5e-7;

/**
 * All first-level areas that touch the region, joined by their shared edges and thinned together. Land, national
 * borders, inner borders and governorates are all cut from this one topology, which is why they coincide.
 */
export function joinAreas(admin1Json: string): AreaTopology {
  const all = JSON.parse(admin1Json) as FeatureCollection<Polygon | MultiPolygon, AreaColumns>;
  const touching: typeof all = {
    ...all,
    features: all.features.filter((area) => touchesRegion(area.geometry)),
  };
  const joined = topology({ areas: touching }) as AreaTopology;
  return simplify(presimplify(joined), smallestTriangle);
}

export function areasOf(joined: AreaTopology): Area[] {
  return joined.objects.areas.geometries.filter(
    (geometry): geometry is Area => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
}

export function countryOf(area: { readonly properties?: object | undefined }): string {
  return (area.properties as AreaColumns | undefined)?.iso_a2 ?? '';
}
