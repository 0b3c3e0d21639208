import type { Layout } from '../../core/reading/meaning.ts';
import type { SheetForm } from '../../core/reading/sheet-form.ts';
import { counts } from './counting.ts';

export const rows = (count: number): string => counts.counted(count, { one: 'row', other: 'rows' });

const DELIMITED: Readonly<Record<string, string>> = {
  ',': 'Comma-separated text',
  ';': 'Semicolon-separated text',
  '\t': 'Tab-separated text',
  '|': 'Text separated by vertical bars',
};

const formats = {
  csv: 'Delimited text',
  json: 'JSON list of records',
  geojson: 'GeoJSON',
  'geojson-lines': 'JSON, one record a line',
  kml: 'KML',
  gpx: 'GPX',
  columns: 'File of columns',
  codebook: 'GeoJSON by this map’s codebook',
} satisfies Record<SheetForm['format'], string>;

const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
} satisfies Record<NonNullable<SheetForm['encoding']>, string>;

export const layouts = {
  codebook: 'this map’s codebook',
  acled: 'ACLED',
  ucdp: 'UCDP GED',
  gdelt: 'GDELT',
  timemap: 'TimeMap',
  bellingcat: 'Bellingcat',
  airwars: 'Airwars',
  table: 'a table of its own kind',
} satisfies Record<Layout, string>;

/** How a file is written, a fact each. */
export function form(of: SheetForm): readonly string[] {
  const { preambleLines = 0, tagRows = 0, otherMembers = 0 } = of;
  const lines = counts.counted(preambleLines, { one: 'line', other: 'lines' });
  const others = counts.counted(otherMembers, { one: 'other', other: 'others' });
  const isNotRead = otherMembers === 1 ? 'is not' : 'are not';
  return [
    (of.format === 'csv' && DELIMITED[of.delimiter ?? '']) || formats[of.format],
    of.encoding === undefined ? '' : encodings[of.encoding],
    of.hasHeader === undefined ? '' : of.hasHeader ? 'columns named by a header' : 'no header',
    preambleLines === 0 ? '' : `${lines} before the table left out`,
    tagRows === 0 ? '' : `${rows(tagRows)} of HXL tags left out`,
    of.member === undefined
      ? ''
      : `read from ${of.member} inside the archive${otherMembers === 0 ? '' : `; ${others} in it ${isNotRead} read`}`,
  ].filter(Boolean);
}
