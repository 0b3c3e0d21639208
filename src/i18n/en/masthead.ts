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
  /** The table of the window. Region and others are never one figure. */
  table: {
    where: 'where, and by whom',
    attacks: 'attacks',
    killed: 'killed',
    injured: 'injured',
    region: 'Region, mapped here',
    monitors: 'Region, by monitors',
    others: 'Others, mapped here',
    until: (day: string): string => `to about ${day}`,
    noTotal: 'no total for these days',
    noTotalFiltered: 'no total for this filter',
    none: 'none reported',
    notSaid: 'not said',
  },
  others: (places: string): string => `Others: ${places}.`,
  inGovernorate: (attacks: string, name: string): string => `${attacks} in ${name} governorate`,
  inRegion: (attacks: string): string => `${attacks} in the Region with no place given`,
  nowhere: (attacks: string): string => `${attacks} with no governorate given`,
  compare: (who: string, unit: string): string =>
    `Monitors, here ${who}, count ${unit}; we count reported attacks: compare, do not subtract.`,
  /** Under the figures of a phone. */
  mappedAndCounted: (day: string): string => `mapped here / counted by monitors, to about ${day}`,
  mappedIn: (period: string): string => `mapped in the Region, ${period}`,
  promise: 'Every mark leads to who reported what, and where to read it.',
  readAll: (reports: number): string =>
    `Read ${counts.counted(reports, { one: 'the # report', other: 'all # reports' })} as a list`,
  readShown: 'Read these reports as a list',
  hint: 'Tap a mark to read who reported what.',
  /** The button that folds the masthead of a phone. */
  fold: 'Headline and tools',
};
