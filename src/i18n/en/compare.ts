import { dailyRate, needRates } from '../../core/index/daily-rate.ts';
import type { Count, WindowCount } from '../../core/index/tally.ts';
import { DAY } from '../../core/time/minute.ts';
import type { Relation } from '../../core/time/compared-period.ts';
import { commonRange, lengthOf, overlaps, type TimeRange } from '../../core/time/time-range.ts';
import { LOCALES } from '../locale.ts';
import { capitalised, counts, dates, splitCount, windowCount } from './format.ts';

/** One of two periods that are compared, and what is counted in it. */
type Counted = { readonly count: WindowCount; readonly window: TimeRange };
type Letter = 'A' | 'B';

/** In the order of the letters, as in the halves of a mark, columns and saved rows, whichever period is the earlier one. */
const lettered = <T>(a: T, b: T): readonly (readonly [Letter, T])[] => [
  ['A', a],
  ['B', b],
];

const digits = new Intl.NumberFormat(LOCALES.en.tag, { maximumSignificantDigits: 2 });
/** Two digits say enough of a rate; a whole number stays whole. */
const rate = (of: number): string => (of < 100 ? digits.format(of) : counts.number(Math.round(of)));

/** `3.4`, `3.4 (up to 3.7)` */
function rateFigure(count: Count, window: TimeRange): string {
  const { certain, possible } = dailyRate(count, window);
  return possible === 0 ? rate(certain) : `${rate(certain)} (up to ${rate(certain + possible)})`;
}

const figure = ({ certain, possible }: Count): string =>
  possible === 0
    ? counts.number(certain)
    : `${counts.number(certain)} (possibly ${counts.number(possible)} more)`;

const attacksOf = ({ certain, possible, halts }: WindowCount): Count =>
  halts
    ? { certain: certain - halts.certain, possible: possible - halts.possible }
    : { certain, possible };

const hasAny = ({ certain, possible }: Count): boolean => certain + possible > 0;

const NONE: Count = { certain: 0, possible: 0 };

const withRate = ({ count, window }: Counted, hasRate: boolean): string =>
  // Of nothing there is no rate.
  hasRate && hasAny(attacksOf(count))
    ? `${splitCount(count)}; ${count.halts ? 'attacks' : 'incidents'} per day: ${rateFigure(attacksOf(count), window)}`
    : splitCount(count);

/** What is said once two periods are compared. */
export const compare = {
  title: 'Two periods',
  figure,
  end: 'End comparison',
  choose: 'Choose period B',
  from: 'B from',
  to: { day: 'to the end of', minute: 'until' },
  divideAt: 'Before and after',
  divideHint: 'A is from this day on, B is before it',
  relation: 'B is',
  relations: {
    previous: 'as long as A, next to it',
    before: 'everything before A',
    after: 'everything after A',
  } satisfies Record<Relation, string>,
  dates: 'other dates',
  lettered: (letter: Letter, counted: Counted, hasRate: boolean): string =>
    `${letter}: ${withRate(counted, hasRate)}`,
  both: (a: Counted, b: Counted, hasRate: boolean): string =>
    lettered(a, b)
      .map(([letter, one]) => compare.lettered(letter, one, hasRate))
      .join('; '),
  /** Of a value of a field: "A: 5 incidents; B: 12 incidents". */
  incidents: (a: Count, b: Count): string =>
    `A: ${windowCount(a.certain, a.possible)}; B: ${windowCount(b.certain, b.possible)}`,
  /** Over a chart of which the handles move one of them. */
  moved: 'Period that the handles move',
  letter: (letter: Letter): string => `Period ${letter}`,
  ends: (letter: Letter) => ({
    from: `Start of period ${letter}`,
    to: `End of period ${letter}`,
  }),
  brushHint: (letter: Letter): string =>
    `Drag over the columns, or move the two handles, to choose period ${letter}.`,
  cells: 'Cells: A on the left, B on the right, in shades of one scale.',
  withoutHour: (both: string): string =>
    `Without a known hour, so possibly in several cells: ${both}.`,
  withoutActor: (both: string): string => `Not in this chart, without an attribution: ${both}.`,
  bars: 'Counts are A, then B. Bars: A; thin bars and outlines: B.',
  sentence: (a: Counted, b: Counted, hasYears: boolean): string => {
    const hasRate = needRates(a.window, b.window);
    return [
      ...lettered(a, b).map(
        ([letter, one]) =>
          `${compare.period(letter, one.window, hasYears)}: ${withRate(one, hasRate)}.`,
      ),
      compare.inBoth(a.window, b.window, hasYears),
    ]
      .filter(Boolean)
      .join(' ');
  },
  /** Of periods that overlap: what is there is counted twice. Otherwise nothing. */
  inBoth: (a: TimeRange, b: TimeRange, hasYears: boolean): string =>
    overlaps(a, b)
      ? `Incidents of ${dates.span(commonRange(a, b), hasYears)} are counted in both periods.`
      : '',
  /** The name of a table: "A, 10 – 18 March". */
  period: (letter: Letter, window: TimeRange, hasYears: boolean): string =>
    `${letter}, ${dates.span(window, hasYears)}`,
  toll: (letter: Letter, toll: string): string => `${letter}: ${toll}.`,
  /** "Attacks: 8 in A (10 – 18 March), 13 in B (1 – 9 March); per day: 0.9 in A, 1.4 in B." */
  difference: (a: Counted, b: Counted, hasRate: boolean, hasYears: boolean): string => {
    const periods = lettered(a, b);
    const change = (
      name: string,
      figureOf: (one: Counted) => string,
      afterLetter: (one: Counted) => string = () => '',
    ): string =>
      `${name}: ${periods
        .map(([letter, one]) => `${figureOf(one)} in ${letter}${afterLetter(one)}`)
        .join(', ')}`;
    const areSplit = a.count.halts !== undefined && b.count.halts !== undefined;
    const parts = [
      change(
        areSplit ? 'attacks' : 'incidents',
        ({ count }) => figure(attacksOf(count)),
        ({ window }) => ` (${dates.span(window, hasYears)})`,
      ),
      ...(hasRate
        ? [change('per day', ({ count, window }) => rateFigure(attacksOf(count), window))]
        : []),
      ...(areSplit ? [change('halts or outages', ({ count }) => figure(count.halts ?? NONE))] : []),
    ];
    return `${capitalised(parts.join('; '))}.`;
  },
  /** In one line; rates where counts say little: "Attacks per day: 0.9 in A, 1.4 in B." */
  short: (a: Counted, b: Counted, hasRate: boolean): string => {
    const areSplit = a.count.halts !== undefined && b.count.halts !== undefined;
    const of = ({ count, window }: Counted): string => {
      const { certain, possible } = attacksOf(count);
      const text = (one: number): string =>
        hasRate ? rate((one * DAY) / lengthOf(window)) : counts.number(one);
      const [least, most] = [text(certain), text(certain + possible)];
      // No line ends within a range.
      return least === most ? least : `${least}–\u2060${most}`;
    };
    const parts = lettered(a, b).map(([letter, one]) => `${of(one)} in ${letter}`);
    return `${areSplit ? 'Attacks' : 'Incidents'}${hasRate ? ' per day' : ''}: ${parts.join(', ')}`;
  },
  /** Where the periods are of different lengths. */
  lengths: (a: TimeRange, b: TimeRange): string => {
    const days = (of: TimeRange): string =>
      counts.counted(Number((lengthOf(of) / DAY).toFixed(2)), { one: '# day', other: '# days' });
    return `A: ${days(a)}, B: ${days(b)}. Of different lengths, so compare the rates per day.`;
  },
  sameWindow: 'B is the same period as A. Choose a shorter period A on the timeline.',
  key: {
    split:
      'Left half: period A; right half: period B. Each is as high as a whole mark of the same count; its colours begin at the top',
    unequal: 'Their lengths differ, and the halves do not show rates',
    unknown: 'Upper half filled: not known what came of it',
  },
  /** Over rows, which are those of one period. */
  listed: (count: string): string => `Listed, of A: ${count}`,
  /** Next to the button that saves rows. `dateline.period`: as in `SAVED`. */
  saveNote:
    'The file has all rows of both periods that match the filter, with all of their columns. The column dateline.period says for each row in which period it is, certainly or possibly.',
  /** On paper and with a shared link. */
  withPeriods: (a: TimeRange, b: TimeRange): string => {
    const periods = lettered({ window: a }, { window: b }).map(([letter, { window }]) =>
      compare.period(letter, window, true),
    );
    return [`Two periods compared: ${periods.join('; ')}.`, compare.inBoth(a, b, true)]
      .filter(Boolean)
      .join(' ');
  },
};
