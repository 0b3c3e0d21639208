import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import type { Encoding, EncodingBasis, FormatInfo } from '../../core/mapping/format-info.ts';
import { counts, rows } from './format.ts';

const delimited: Readonly<Record<string, string>> = {
  ',': 'Comma-separated text',
  ';': 'Semicolon-separated text',
  '\t': 'Tab-separated text',
  '|': 'Text separated by vertical bars',
};

const formats = {
  csv: 'Delimited text',
  json: 'JSON records',
  geojson: 'GeoJSON',
  'geojson-lines': 'JSON, one record per line',
  kml: 'KML',
  gpx: 'GPX',
  columns: 'Column file',
  native: 'GeoJSON in the format of this map’s codebook',
} satisfies Record<FormatInfo['format'], string>;

/** By the languages that they were made for. */
const encodings = {
  'utf-8': 'UTF-8',
  'windows-1256': 'Windows-1256 (Arabic)',
  'windows-1252': 'Windows-1252 (Western European)',
  'windows-1254': 'Windows-1254 (Turkish)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'windows-1250': 'Windows-1250 (Central European)',
  'windows-1253': 'Windows-1253 (Greek)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'windows-1257': 'Windows-1257 (Baltic)',
  'windows-1258': 'Windows-1258 (Vietnamese)',
  'windows-874': 'Windows-874 (Thai)',
  'iso-8859-6': 'ISO 8859-6 (Arabic)',
  'iso-8859-2': 'ISO 8859-2 (Central European)',
  'iso-8859-5': 'ISO 8859-5 (Cyrillic)',
  'iso-8859-7': 'ISO 8859-7 (Greek)',
  'iso-8859-8': 'ISO 8859-8 (Hebrew)',
  'iso-8859-15': 'ISO 8859-15 (Western European)',
  'koi8-r': 'KOI8-R (Russian)',
  'koi8-u': 'KOI8-U (Ukrainian)',
  ibm866: 'MS-DOS 866 (Cyrillic)',
  cp437: 'MS-DOS 437 (United States)',
  cp850: 'MS-DOS 850 (Western European)',
  macintosh: 'Mac OS Roman (Western European)',
  'x-mac-cyrillic': 'Mac OS Cyrillic',
  gb18030: 'GB 18030 (Chinese)',
  big5: 'Big5 (Chinese)',
  shift_jis: 'Shift JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  'euc-kr': 'EUC-KR (Korean)',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
} satisfies Record<Encoding, string>;

const bases = {
  declared: ', as the document says',
  recognised: ', recognised from its letters',
  doubtful: ', not certain: its letters fit other encodings too',
  chosen: ', as you chose',
} satisfies Record<EncodingBasis, string>;

export const layouts = {
  codebook: 'this map’s codebook',
  acled: 'ACLED',
  ucdp: 'UCDP GED',
  gdelt: 'GDELT',
  timemap: 'TimeMap',
  bellingcat: 'Bellingcat',
  airwars: 'Airwars',
  atlos: 'Atlos',
  'auto-archiver': 'Bellingcat’s Auto Archiver',
  geoconfirmed: 'GeoConfirmed',
  table: 'a table of another kind',
} satisfies Record<TableSchema, string>;

/** How a file is written. */
export const form = {
  delimited,
  formats,
  encodings,
  bases,
  header: 'with a header',
  noHeader: 'without a header',
  preamble: (lines: number): string =>
    counts.counted(lines, {
      one: '# line before the table left out',
      other: '# lines before the table left out',
    }),
  tags: (count: number): string => `${rows(count)} of HXL tags left out`,
  ragged: 'columns of unequal length: empty cells added at the end of the shorter ones',
  prefixes: (names: string): string => `corrected: ${names} used but not declared in the document`,
  member: (name: string): string => `read from ${name} inside the archive`,
  otherMembers: (count: number): string =>
    counts.counted(count, {
      one: '# other file in it is not read',
      other: '# other files in it are not read',
    }),
  trailing: (bytes: number): string =>
    counts.counted(bytes, {
      one: '# byte after the end of the gzip data is not read',
      other: '# bytes after the end of the gzip data are not read',
    }),
};
