import { describe, expect, it } from 'vitest';
import { words } from '../../../../src/i18n/words.ts';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { namedWindows } from '../../../../src/core/time/named-windows.ts';
import { closedDashes } from '../../i18n/closed-dashes.ts';
import { windowChoices } from '../../../../src/ui/timeline/window-choices.ts';

const choicesOf = (from: number, to: number, hasYears: boolean) => {
  const limits = { from, to };
  return windowChoices(words, namedWindows(limits), limits, hasYears).map(({ group, text }) =>
    closedDashes(group === undefined ? text : `${group}: ${text}`),
  );
};

describe('the periods to choose from', () => {
  it('are all dates, the last days and the months', () => {
    expect(choicesOf(minuteOf(2026, 2, 28), minuteOf(2026, 3, 19), false)).toEqual([
      'Other dates',
      'All dates',
      'End of the data: Last 7 days: 12–18 March',
      'Months: February 2026',
      'Months: March 2026',
    ]);
  });

  it('have years where dates do, and centuries of a long period', () => {
    const choices = choicesOf(minuteOf(-43, 3, 15), minuteOf(2026, 3, 19), true);
    expect(choices.slice(2, 5)).toEqual([
      'End of the data: Last 7 days: 12–18 March 2026',
      'End of the data: Last 30 days: 17 February–18 March 2026',
      'Centuries: 15 March 44–31 December 2 BC',
    ]);
    expect(choices.at(-1)).toBe('Centuries: 1 January 2000–18 March 2026');
  });
});
