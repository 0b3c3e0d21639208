import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeoName } from './read-geonames.ts';

/** What the list sets of a place outside the region of our own data set. */
interface ListedPlace {
  /** Two letters; nothing where naming a country would take a side. */
  readonly country?: string;
  /** The common English name. */
  readonly name: string;
  /** The name in the script of the country; null if the place is to have none. */
  readonly local?: string | null;
}

export type ListedPlaces = ReadonlyMap<string, ListedPlace>;

/** `-` in the column of countries or local names. */
const none = '-';

/** Capitals, the largest cities and places in the news. By GeoNames id. */
export function readListedPlaces(): ListedPlaces {
  const table = readFileSync(join(import.meta.dirname, 'place-names', 'world.tsv'), 'utf8');
  const rows = table.trimEnd().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [country = '', id = '', name = '', local = ''] = row.split('\t');
      return [id, listedPlace(country, name, local)];
    }),
  );
}

function listedPlace(country: string, name: string, local: string): ListedPlace {
  return {
    ...(country === none ? {} : { country }),
    name,
    ...(local === '' ? {} : { local: local === none ? null : local }),
  };
}

/** Stops the build if the list names a place that GeoNames does not have, or has in another country. */
export function checkListedPlaces(listed: ListedPlaces, geoNames: readonly GeoName[]): void {
  const byId = new Map(geoNames.map((place) => [place.id, place]));
  for (const [id, { name, country }] of listed) {
    const place = byId.get(id);
    if (!place) throw new Error(`${name} (${id}) is not in the GeoNames file.`);
    if (country && country !== place.country && id !== smara) {
      throw new Error(`${name} (${id}) is listed under ${country}, but is in ${place.country}.`);
    }
  }
}

/** GeoNames has this town of Western Sahara under Morocco. */
const smara = '2461874';

/** The country that the map gives a place: none in Crimea, which GeoNames lists under Ukraine. */
export function countryOf(place: GeoName, listed: ListedPlaces): string | undefined {
  const entry = listed.get(place.id);
  if (entry) return entry.country;
  return isInCrimea(place) ? undefined : place.country;
}

export function isInCrimea({ country, admin1 }: GeoName): boolean {
  return country === 'UA' && (admin1 === '11' || admin1 === '20');
}
