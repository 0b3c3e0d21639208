export interface GeoName {
  readonly id: string;
  readonly name: string;
  readonly asciiName: string;
  readonly alternates: readonly string[];
  readonly longitude: number;
  readonly latitude: number;
  readonly featureCode: string;
  readonly country: string;
  /** GeoNames' code of the first-level area, which is the FIPS one in most countries. */
  readonly admin1: string;
  /** GeoNames writes 0 where it does not know. */
  readonly population: number;
}

/** Columns: https://download.geonames.org/export/dump/readme.txt */
export function readGeoNames(table: string): GeoName[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): GeoName {
  const columns = line.split('\t');
  const column = (index: number): string => columns[index] ?? '';
  return {
    id: column(0),
    name: column(1),
    asciiName: column(2),
    alternates: column(3).split(','),
    latitude: Number(column(4)),
    longitude: Number(column(5)),
    featureCode: column(7),
    country: column(8),
    admin1: column(10),
    population: Number(column(14)),
  };
}
