import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { acledColumns } from './acled-columns.ts';
import { gdeltColumns } from './gdelt-columns.ts';
import {
  airwarsColumns,
  atlosColumns,
  autoArchiverColumns,
  timemapColumns,
} from './other-columns.ts';
import type { ColumnWords } from './column-words.ts';
import { ucdpColumns } from './ucdp-columns.ts';

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
