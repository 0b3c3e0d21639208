import { contains, overlaps, type TimeRange } from './time-range.ts';

/** Two periods that are compared. */
export type ComparedPeriods = { readonly a: TimeRange; readonly b: TimeRange };

/** The shortest range with both periods in it. */
export const spanOfPeriods = ({ a, b }: ComparedPeriods): TimeRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** In which periods a time is, as saved files say it: `A`, `possibly A; B`; empty: in neither. */
export function periodsText({ a, b }: ComparedPeriods, time: TimeRange): string {
  const text = (letter: string, period: TimeRange): string =>
    !overlaps(period, time) ? '' : contains(period, time) ? letter : `possibly ${letter}`;
  return [text('A', a), text('B', b)].filter(Boolean).join('; ');
}
