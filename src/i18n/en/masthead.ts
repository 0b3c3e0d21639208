import { counts } from './format.ts';

/** What the page says before anything is opened. */
export const masthead = {
  mapped: (attacks: string): string => `${attacks} mapped here`,
  /** The counters say to about which day they counted. */
  counted: (strikes: string, day: string): string =>
    `${strikes} counted by monitors, to about ${day}`,
  /** In one line, where a phone has folded the rest. */
  short: (attacks: string, counted: string): string =>
    `${attacks} attacks mapped; ${counted} counted`,
  promise: 'Every mark leads to who reported what, and where to read it.',
  readAll: (reports: number): string =>
    `Read ${counts.counted(reports, { one: 'the # report', other: 'all # reports' })} as a list`,
  readShown: 'Read these reports as a list',
  hint: 'Tap a mark to read who reported what.',
  /** The button that folds the masthead of a phone. */
  fold: 'Headline and tools',
};
