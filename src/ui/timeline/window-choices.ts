import type { NamedWindow } from '../../core/time/named-windows.ts';
import { sameRange, type TimeRange } from '../../core/time/time-range.ts';
import type { Words } from '../../i18n/words.ts';
import type { SelectChoice } from '../kit/choice.ts';

type WindowChoice = SelectChoice<TimeRange | undefined>;

function textOf(words: Words, named: NamedWindow, hasYears: boolean): string {
  const { window } = named;
  if (named.kind === 'last-days')
    return words.period.lastDays(named.days, words.dates.span(window, hasYears));
  if (named.unit === 'month') return words.dates.month(window.from);
  return named.unit === 'year' ? words.dates.year(window.from) : words.dates.span(window, true);
}

/** The named windows of a period as choices, after all dates; the first is any other window. */
export function windowChoices(
  words: Words,
  named: readonly NamedWindow[],
  limits: TimeRange,
  hasYears: boolean,
): readonly WindowChoice[] {
  const { own, groups } = words.period;
  return [
    { value: undefined, text: own },
    { value: limits, text: words.timeline.wholePeriod },
    ...named
      .filter(({ window }) => !sameRange(window, limits))
      .map((one) => ({
        value: one.window,
        text: textOf(words, one, hasYears),
        group: groups[one.kind === 'unit' ? one.unit : one.kind],
      })),
  ];
}
