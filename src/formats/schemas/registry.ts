import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { acled } from './acled.ts';
import { airwars } from './airwars.ts';
import { nativeTable } from './codebook.ts';
import { gdelt } from './gdelt.ts';
import type { DatasetSchema } from './dataset-schema.ts';
import { bellingcat, timemap } from './timemap.ts';
import { ucdp } from './ucdp.ts';

/** All schemas that are known by their columns, from the surest to the loosest. */
export const SCHEMAS: readonly DatasetSchema[] = [
  acled,
  ucdp,
  gdelt,
  airwars,
  nativeTable,
  bellingcat,
  timemap,
];

/** Undefined for any other table. */
export const schemaOf = (id: TableSchema): DatasetSchema | undefined =>
  SCHEMAS.find((schema) => schema.id === id);
