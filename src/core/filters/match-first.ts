import type { Task } from '../base/task.ts';
import type { ClauseOf } from './clause.ts';
import type { Matcher, RowFlags, RowSource } from './match.ts';

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
