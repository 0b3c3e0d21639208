import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { gzipSync } from 'fflate';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AreaProperties, AreasFile, CountryNames } from '../../formats/areas/areas-file.ts';
import {
  ALSO_NAMED_UNDER,
  AREA_CORRECTIONS,
  COUNTRY_OF_AREA,
  HAS_REGIONS,
  OF_NO_COUNTRY,
  OUTSIDE_THE_COUNTRY,
  PART_OF_REGION,
  REGION_SPELLINGS,
  TERRITORIES,
} from './area-names/corrections.ts';
import { COUNTRY_TITLES, ISO_3_OF, USUAL_COUNTRY_NAMES } from './area-names/countries.ts';
import { namesOfArea, regionName, type AreaNameColumns } from './area-names/names-of-area.ts';
import { foldedName } from '../../formats/areas/fold-area-name.ts';
import { thinRings } from './thin-rings.ts';

/** The columns of Natural Earth's table besides names. */
type AreaColumns = AreaNameColumns & {
  readonly adm0_a3: string;
  readonly adm1_code: string;
  readonly admin: string;
  readonly geonunit?: string;
  readonly iso_3166_2: string;
  readonly iso_a2: string;
  readonly region?: string;
};

/** Square degrees: about 1.5 km × 1.5 km at the equator, two pixels at zoom 7. */
const SMALLEST_TRIANGLE = 2e-4;
/** Steps over 360 degrees: about 130 m. */
const STEPS = 3e5;

/** By its ISO 3166-2 code, which does not follow who controls an area. */
function countryOf({ adm1_code, iso_3166_2, iso_a2, adm0_a3 }: AreaColumns): string {
  if (OF_NO_COUNTRY.has(adm0_a3)) return '';
  const corrected = COUNTRY_OF_AREA[adm1_code];
  if (corrected !== undefined) return corrected;
  return iso_3166_2.startsWith('UA-') ? 'UA' : iso_a2;
}

function regionOf({ geonunit, region }: AreaColumns, country: string): string {
  if (!HAS_REGIONS.has(country)) return '';
  const isWithin = region !== undefined && region in PART_OF_REGION;
  return regionName((country === 'GB' && !isWithin ? geonunit : region) ?? '');
}

function propertiesOf(columns: AreaColumns): AreaProperties {
  const { adm0_a3, adm1_code, iso_3166_2 } = columns;
  const { name, names, alternates } = namesOfArea(columns);
  const also = AREA_CORRECTIONS[adm1_code]?.also ?? [];
  const country = countryOf(columns);
  const territory = TERRITORIES[iso_3166_2] ?? TERRITORIES[adm0_a3];
  const region = regionOf(columns, country);
  const within = PART_OF_REGION[region];
  const regionNames = REGION_SPELLINGS[region] ?? [];
  // Gazetteers have the name of the region for each of its areas.
  const ownOnly = (all: readonly string[]): readonly string[] =>
    all.filter((one) => ![region, ...regionNames].includes(one));
  const [spellings, others] = [ownOnly(names), ownOnly(alternates)];
  const namedUnder = ALSO_NAMED_UNDER[adm1_code] ?? ALSO_NAMED_UNDER[adm0_a3];
  return {
    name,
    ...(spellings.length > 0 ? { names: spellings } : {}),
    ...(others.length > 0 ? { alternates: others } : {}),
    ...(also.length > 0 ? { also } : {}),
    country,
    ...(territory ? { territory } : {}),
    ...(region ? { region } : {}),
    ...(within ? { within } : {}),
    ...(regionNames.length > 0 ? { regionNames } : {}),
    ...(namedUnder ? { namedUnder } : {}),
  };
}

/** The names of each country: Natural Earth's own and the usual ones. */
function countryNames(all: readonly AreaColumns[]): Record<string, CountryNames> {
  const countries: Record<string, CountryNames> = {};
  const add = (code: string, title: string, names: readonly string[]): void => {
    const usual = USUAL_COUNTRY_NAMES[code] ?? [];
    const name = COUNTRY_TITLES[code] ?? title;
    countries[code] ??= { name, names: [...new Set([title, code, ...names, ...usual])] };
  };
  for (const columns of all) {
    const { iso_3166_2, iso_a2, adm0_a3, admin } = columns;
    const code = countryOf(columns);
    const territory = TERRITORIES[iso_3166_2] ?? TERRITORIES[adm0_a3];
    const iso3 = (territory && ISO_3_OF[territory]) ?? '';
    if (territory) add(territory, String(columns['name']), iso3 === '' ? [] : [iso3]);
    // Some rows of a country are of a base or a territory, with another name and code.
    const isOwn = territory === undefined && code === iso_a2 && !OUTSIDE_THE_COUNTRY.has(adm0_a3);
    if (code !== '' && isOwn) add(code, admin, [ISO_3_OF[code] ?? adm0_a3]);
  }
  return countries;
}

type AreaTopology = AreasFile['topology'];
type Area = AreaTopology['objects']['areas']['geometries'][number];

/** Areas of one name in one country, such as a town inside its district, are one area. */
function joinAlike(joined: AreaTopology): AreaTopology {
  const alike = new Map<string, Area[]>();
  for (const area of joined.objects.areas.geometries) {
    const { country, name } = area.properties as AreaProperties;
    const key = `${country} ${foldedName(name)}`;
    alike.set(key, [...(alike.get(key) ?? []), area]);
  }
  const geometries = [...alike.values()].map((areas): Area => {
    const [first] = areas;
    if (!first || areas.length === 1) return first as Area;
    const merged = mergeArcs(joined, areas as Parameters<typeof mergeArcs>[1]);
    return { ...merged, properties: first.properties } as Area;
  });
  return { ...joined, objects: { areas: { ...joined.objects.areas, geometries } } };
}

/** First-level areas of the world, thinned together, so that neighbours keep one border. */
export function worldAreas(admin1Json: string): Uint8Array {
  const all = JSON.parse(admin1Json) as FeatureCollection<Polygon | MultiPolygon, AreaColumns>;
  const columns = all.features.map(({ properties }) => properties);
  const named = {
    ...all,
    features: all.features.map((area) => ({
      type: 'Feature' as const,
      geometry: area.geometry,
      properties: propertiesOf(area.properties),
    })),
  };
  const joined = topology({ areas: named }) as Topology<{
    areas: GeometryCollection<AreaProperties>;
  }>;
  const weighed = thinRings(presimplify(joined), SMALLEST_TRIANGLE);
  const thinned = joinAlike(simplify(weighed, SMALLEST_TRIANGLE));
  const file: AreasFile = {
    topology: quantize(thinned, STEPS),
    countries: countryNames(columns),
  };
  // The time of packing would be in the file, and change it.
  return gzipSync(new TextEncoder().encode(JSON.stringify(file)), { level: 9, mtime: 0 });
}
