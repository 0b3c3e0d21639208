import { csv } from './csv/open-csv.ts';
import { gpx } from './gpx/open-gpx.ts';
import { json } from './json/json.ts';
import { kml } from './kml/open-kml.ts';
import { native } from './native/open-native.ts';
import type { Format } from './table/format.ts';

/** All formats that are opened. The first that detects a file opens it, so the most specific come first. */
export const FORMATS: readonly Format[] = [native, json, kml, gpx, csv];
