import type { ClauseOf } from './clause.ts';
import { POSSIBLY, type Matcher } from './match.ts';

export const matchArea: Matcher<ClauseOf<'area'>> = (_, { table }) =>
  Promise.resolve(new Uint8Array(table.length).fill(POSSIBLY));
