import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { acled } from './acled.ts';
import { airwars } from './airwars.ts';
import { atlos } from './atlos.ts';
import { autoArchiver } from './auto-archiver.ts';
import { nativeTable } from './codebook.ts';
import { gdelt } from './gdelt.ts';
import { geoConfirmed } from './geoconfirmed.ts';
import type { DatasetSchema } from './dataset-schema.ts';
import { bellingcat, timemap } from './timemap.ts';
import { ucdp } from './ucdp.ts';

/** All schemas that are known by their columns, from the surest to the loosest. */
export const SCHEMAS: readonly DatasetSchema[] = [
  acled,
  ucdp,
  gdelt,
  airwars,
  atlos,
  autoArchiver,
  nativeTable,
  bellingcat,
  timemap,
  geoConfirmed,
];

/** Undefined for any other table. */
export const schemaOf = (id: TableSchema): DatasetSchema | undefined =>
  SCHEMAS.find((schema) => schema.id === id);
