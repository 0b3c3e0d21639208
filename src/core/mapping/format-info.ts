/**
 * Text encodings that can be read, by the names of the WHATWG Encoding Standard. The two of MS-DOS
 * are not in that standard. The order is that of the list in the dialog.
 */
export const ENCODINGS = [
  'utf-8',
  'windows-1256',
  'windows-1252',
  'windows-1254',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1255',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-6',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'cp437',
  'cp850',
  'macintosh',
  'x-mac-cyrillic',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * How the encoding is known, where the bytes alone do not settle it: the document names it; its
 * letters fit it and no other; they fit several; the reader chose it.
 */
export type EncodingBasis = 'declared' | 'recognised' | 'doubtful' | 'chosen';

/** Facts of a file's form, for people who wonder how it was read. */
export type FormatInfo = {
  readonly format:
    'csv' | 'json' | 'geojson' | 'geojson-lines' | 'kml' | 'gpx' | 'columns' | 'native';
  /** Of delimited text: `,` `;` tab `|`. */
  readonly delimiter?: string;
  readonly encoding?: Encoding;
  /** Undefined: a byte order mark or the bytes of UTF-8 leave no choice. */
  readonly encodingBasis?: EncodingBasis;
  /** Lines before the header that are no part of the table. */
  readonly preambleLines?: number;
  /** Rows of HXL tags that were left out. */
  readonly tagRows?: number;
  readonly hasHeader?: boolean;
  /** Of JSON by columns: some have fewer values than others, and end in empty cells. */
  readonly isRagged?: boolean;
  /** Of XML: prefixes of names that are used without being declared, and were read as if they were. */
  readonly undeclaredPrefixes?: readonly string[];
  /** The file inside an archive that was read, and how many others were not. */
  readonly member?: string;
  readonly otherMembers?: number;
  /** Of a gzip file: bytes after its end that are no padding, and were not read. */
  readonly trailingBytes?: number;
};
