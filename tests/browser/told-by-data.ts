/**
 * What the published records say, counted here from the file with nothing of `src`: dates are read as
 * text, and every record is looked at one by one.
 */
import { readFileSync } from 'node:fs';

export type PublishedRecord = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly target: string;
  readonly time: string;
  readonly weapon: string | null;
  readonly effect: string;
  readonly killed: readonly [number, number] | null;
  readonly place: {
    readonly name: string;
    readonly governorate: string | null;
    readonly precision: string;
    readonly lon: number;
    readonly lat: number;
  };
  readonly reports: readonly {
    readonly publisher: string;
    readonly published: string | null;
    readonly quote?: string;
  }[];
};

type Collection = { readonly features: readonly { readonly properties: PublishedRecord }[] };

const geodata = new URL('../../geodata/', import.meta.url);

export const records: readonly PublishedRecord[] = (
  JSON.parse(readFileSync(new URL('incidents.geojson', geodata), 'utf8')) as Collection
).features.map((feature) => feature.properties);

export const sourceText = (file: string): string =>
  readFileSync(new URL(`sources/${file}`, geodata), 'utf8');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const IRAQ_OFFSET = 180 * MINUTE;

function endsOf(part: string): readonly [from: number, to: number] {
  const isLoose = /[~?]/.test(part);
  const bare = part.replace(/[~?]/g, '');
  if (bare.includes('T')) {
    const from = Date.parse(bare) + IRAQ_OFFSET;
    return [from, from + MINUTE];
  }
  const from = Date.parse(bare);
  return isLoose ? [from - DAY, from + 2 * DAY] : [from, from + DAY];
}

/** Civil milliseconds, half-open. */
export function spanOf(record: PublishedRecord): readonly [from: number, to: number] {
  const parts = record.time.split('/');
  return [endsOf(parts[0] ?? '')[0], endsOf(parts.at(-1) ?? '')[1]];
}

export type Told = { readonly certain: number; readonly possible: number };

/** Incidents in `[from, to)`, given as civil times such as `2026-03-03` or `2026-03-03T06:00`. */
export function toldIn(
  from: string,
  to: string,
  passes: (record: PublishedRecord) => boolean = () => true,
): Told {
  const window = [from, to].map((text) => Date.parse(text.includes('T') ? `${text}Z` : text));
  const [start = 0, end = 0] = window;
  let certain = 0;
  let possible = 0;
  for (const record of records) {
    if (record.kind !== 'incident' || !passes(record)) continue;
    const [first, last] = spanOf(record);
    if (first >= start && last <= end) certain++;
    else if (first < end && last > start) possible++;
  }
  return { certain, possible };
}
