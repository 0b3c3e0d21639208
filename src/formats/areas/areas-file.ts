import { gunzipSync } from 'fflate';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A first-level area of `basemap/areas.json.gz`. */
export type AreaProperties = {
  /** Empty for a part of a country that is no area of its own. */
  readonly name: string;
  /** Spellings that are sure, then those that are only believed where nothing speaks against them. */
  readonly names?: readonly string[];
  readonly alternates?: readonly string[];
  /** Younger areas that this one is still drawn to include. */
  readonly also?: readonly string[];
  /** ISO 3166-1 alpha-2; empty where several countries claim it. */
  readonly country: string;
  /** A part of the country that files name as a country of its own. */
  readonly territory?: string;
  /** The first-level division that this second-level one belongs to. */
  readonly region?: string;
  /** A larger division that includes the region. */
  readonly within?: string;
  /** Other names of the region. */
  readonly regionNames?: readonly string[];
  /** Other countries that files name for it; no outline of theirs includes it. */
  readonly namedUnder?: readonly string[];
};

export type CountryNames = { readonly name: string; readonly names: readonly string[] };

/** All first-level areas of the world by shared arcs, and the names of countries by their code. */
export type AreasFile = {
  readonly topology: Topology<{ readonly areas: GeometryCollection<AreaProperties> }>;
  readonly countries: Readonly<Record<string, CountryNames>>;
};

/** Some servers send a packed file unpacked. */
export function readAreasFile(bytes: Uint8Array): AreasFile {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return JSON.parse(decodeUtf8(isPacked ? gunzipSync(bytes) : bytes)) as AreasFile;
}
