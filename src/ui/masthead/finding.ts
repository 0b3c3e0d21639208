import type { DatasetInfo, Figure } from '../../core/records/dataset-info.ts';
import type { Minute } from '../../core/time/minute.ts';
import { namesIn } from '../../core/text/template.ts';

/** The counts that the headline of the page's own data rests on. */
export type Compared = {
  readonly mapped: number;
  readonly counted: number;
  /** The last day that the monitor counts. */
  readonly day: Minute;
};

/** Undefined where the records or the monitors do not say. */
export function comparedIn({ findings }: DatasetInfo): Compared | undefined {
  const figure = (name: string): Figure | undefined => findings?.figures[name];
  const mapped = figure('attacks.region');
  const counted = figure('monitor.count');
  const day = figure('monitor.day');
  return mapped?.kind === 'count' && counted?.kind === 'count' && day?.kind === 'day'
    ? { mapped: mapped.count, counted: counted.count, day: day.day }
    : undefined;
}

/** A text of the data set, unless a figure that it names is missing. */
export const completeText = (text: string): string => (namesIn(text).length === 0 ? text : '');
