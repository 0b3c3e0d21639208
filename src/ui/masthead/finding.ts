import type { DatasetInfo, Figure } from '../../core/records/dataset-info.ts';
import type { Minute } from '../../core/time/minute.ts';
import { namesIn } from '../../core/text/template.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Shown } from '../../state/shown.svelte.ts';

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

/**
 * What the masthead and the first printed page begin with. The words of the data set claim figures of all its data as
 * known now: with other data on, or as known on a day, the headline is `title` or that day.
 */
export function introOf(
  words: FirstWords,
  { info, isBundledAlone, isBundledOn }: Pick<Shown, 'info' | 'isBundledAlone' | 'isBundledOn'>,
  title: string,
  knownOn?: Minute,
) {
  const headline = isBundledAlone ? completeText(info.headline) : '';
  const topic = headline === '' ? '' : completeText(info.topic);
  if (knownOn !== undefined)
    return { headline: words.known.title(knownOn), topic: topic || title, standfirst: '' };
  const standfirst = isBundledAlone ? completeText(info.standfirst) : '';
  return {
    headline: headline || title,
    topic,
    compared: headline === '' ? undefined : comparedIn(info),
    standfirst: isBundledOn ? standfirst : words.shell.ownStandfirst,
  };
}

/** A text of the data set, unless a figure that it names is missing. */
export const completeText = (text: string): string => (namesIn(text).length === 0 ? text : '');
