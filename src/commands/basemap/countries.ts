import type { FeatureCollection, Geometry, Position } from 'geojson';
import { SegmentIndex } from './segment-index.ts';

/** A country with its waters. The rings run with the country on their left, holes too. */
export interface Country {
  readonly code: string;
  readonly rings: readonly (readonly Position[])[];
}

interface CountryColumns {
  readonly isoA3: string;
}

/** Areas that the source has twice: as a country of their own and in the country they belong to. */
const parents: Readonly<Record<string, readonly string[]>> = {
  CHN: ['HKG', 'MAC'],
  FIN: ['ALA'],
  FRA: ['ATF', 'BLM', 'GLP', 'GUF', 'MAF', 'MTQ', 'MYT', 'NCL', 'PYF', 'REU', 'SPM', 'WLF'],
  NLD: ['ABW', 'BES', 'CUW', 'SXM'],
  NOR: ['SJM'],
  USA: ['ASM', 'GUM', 'MNP', 'PRI', 'VIR'],
};

const parentOf = new Map(
  Object.entries(parents).flatMap(([parent, areas]) => areas.map((area) => [area, parent])),
);

export function readCountries(json: string): Country[] {
  const { features } = JSON.parse(json) as FeatureCollection<Geometry, CountryColumns>;
  return features.map(({ geometry, properties }) => ({
    code: parentOf.get(properties.isoA3) ?? properties.isoA3,
    rings: ringsOf(geometry),
  }));
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(ringsOf) : [];
}

/** Which countries a point is in. Claims overlap, so there may be two. */
export class CountryCover {
  readonly #areas: readonly { readonly code: string; readonly edges: SegmentIndex }[];

  constructor(countries: readonly Country[]) {
    this.#areas = countries.map(({ code, rings }) => ({
      code,
      edges: new SegmentIndex(
        rings.map((ring) => ({ xy: ring.slice(0, -1).flat() })),
        true,
      ),
    }));
  }

  at(longitude: number, latitude: number): Set<string> {
    const found = new Set<string>();
    for (const { code, edges } of this.#areas) {
      if (edges.contains(longitude, latitude)) found.add(code);
    }
    return found;
  }
}
