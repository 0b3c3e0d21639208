/** Facts of a file's form, for people who wonder how it was read. */
export type SheetForm = {
  readonly format:
    'csv' | 'json' | 'geojson' | 'geojson-lines' | 'kml' | 'gpx' | 'columns' | 'codebook';
  /** Of delimited text: `,` `;` tab `|`. */
  readonly delimiter?: string;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Lines before the header that are no part of the table. */
  readonly preambleLines?: number;
  /** Rows of HXL tags that were left out. */
  readonly tagRows?: number;
  readonly hasHeader?: boolean;
  /** The file inside an archive that was read, and how many others were not. */
  readonly member?: string;
  readonly otherMembers?: number;
};
