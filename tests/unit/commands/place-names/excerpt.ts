import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGeoNames, type GeoName } from '../../../../src/commands/basemap/read-geonames.ts';

/**
 * The rows of GeoNames' cities500 (CC BY 4.0) that our lists name, and some that they do not. Of their alternate names only those that
 * the tests need are kept: of the largest cities and of our own region all in Arabic, Cyrillic and Greek letters.
 */
export const geoNames: readonly GeoName[] = readGeoNames(
  readFileSync(join(import.meta.dirname, 'geonames-excerpt.tsv'), 'utf8'),
);

export function geoName(name: string, country: string): GeoName {
  const found = geoNames.find((place) => place.name === name && place.country === country);
  if (!found) throw new Error(`${name} (${country}) is not in the excerpt.`);
  return found;
}
