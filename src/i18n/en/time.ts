import type { WrittenEnd } from '../sentences/written-time.ts';

type Looseness = WrittenEnd['looseness'];

/** When something happened, and how closely that is known. */
export const time = {
  clockOn: (clock: string, day: string): string => `${clock} on ${day}`,
  at: (clockOnDay: string): string => `at ${clockOnDay}`,
  on: (day: string): string => `on ${day}`,
  /** A month or a year. */
  in: (unit: string): string => `in ${unit}`,
  local: (text: string): string => `${text}, local time`,
  dayUnknown: (month: string): string => `${month}; day not known`,
  monthUnknown: (year: string): string => `${year}; month and day not known`,
  within: (days: string): string => `within ${days}; nothing more is known`,
  fromTo: (from: string, to: string): string => `from ${from} to ${to}`,
  between: {
    day: (from: string, to: string): string => `between ${from} and ${to}; exact day not known`,
    time: (from: string, to: string): string => `between ${from} and ${to}; exact time not known`,
  },
  loose: {
    exact: (text: string): string => text,
    approximate: (text: string): string => `about ${text} (approximate)`,
    uncertain: (text: string): string => `perhaps ${text} (uncertain)`,
    both: (text: string): string => `perhaps about ${text} (uncertain and approximate)`,
  } satisfies Record<Looseness, (text: string) => string>,
  /** The same where there is little room. */
  looseShort: {
    exact: (text: string): string => text,
    approximate: (text: string): string => `about ${text}`,
    uncertain: (text: string): string => `perhaps ${text}`,
    both: (text: string): string => `perhaps ${text}`,
  } satisfies Record<Looseness, (text: string) => string>,
  /** Two dates, the second perhaps loose. */
  range: (from: string, to: string): string => `${from} to ${to}`,
};
