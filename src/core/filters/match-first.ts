import type { Task } from '../base/task.ts';
import type { ClauseOf } from './clause.ts';
import { matchKnown as matchKnownBefore } from './known-before.ts';
import type { Matcher, RowFlags, RowSource } from './match.ts';
import { YES } from './match.ts';
import { takeFlags } from './row-filters.ts';

const allRows = ({ table }: RowSource): RowFlags => new Uint8Array(table.length).fill(YES);

/** The filters of the first view: the others are loaded with the first clause of their kind. */

export const matchLayers: Matcher<ClauseOf<'layers'>> = ({ hidden }, { table }) => {
  const isOff = new Set(hidden);
  const isOn = table.layers.map(({ key }) => !isOff.has(key));
  return Promise.resolve(Uint8Array.from(table.layer, (layer) => (isOn[layer] ? 1 : 0)));
};

export const matchText = async (
  { text }: ClauseOf<'text'>,
  source: RowSource,
  task: Task,
): Promise<RowFlags> => (await source.rowsWith(text, task)).slice();

export const matchOnly: Matcher<ClauseOf<'only'>> = ({ names }, source) => {
  const flags = allRows(source);
  takeFlags(flags, source.table, names);
  return Promise.resolve(flags);
};

export const matchKnown: Matcher<ClauseOf<'known'>> = ({ before }, { table }) =>
  Promise.resolve(matchKnownBefore(table, before));
