import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { acledColumns } from './acled-columns.ts';
import { gdeltColumns } from './gdelt-columns.ts';
import {
  airwarsColumns,
  atlosColumns,
  autoArchiverColumns,
  timemapColumns,
} from './other-columns.ts';
import { ucdpColumns } from './ucdp-columns.ts';

/** Columns of a known schema by their names in its files, in words, and their values where they are codes. */
export type ColumnWords = {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** Columns of any other file have no other name than their own. */
export const columnNames: Readonly<Partial<Record<TableSchema, ColumnWords>>> = {
  acled: acledColumns,
  ucdp: ucdpColumns,
  gdelt: gdeltColumns,
  airwars: airwarsColumns,
  atlos: atlosColumns,
  timemap: timemapColumns,
  bellingcat: timemapColumns,
  'auto-archiver': autoArchiverColumns,
};
