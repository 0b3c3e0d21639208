import { acled } from './acled.ts';
import { airwars } from './airwars.ts';
import { nativeTable } from './codebook.ts';
import { gdelt } from './gdelt.ts';
import type { Schema } from './table-sample.ts';
import { bellingcat, timemap } from './timemap.ts';
import { ucdp } from './ucdp.ts';

/** All schemas that are known by their columns, from the surest to the loosest. */
export const SCHEMAS: readonly Schema[] = [
  acled,
  ucdp,
  gdelt,
  airwars,
  nativeTable,
  bellingcat,
  timemap,
];
