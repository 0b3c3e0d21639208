/** Made-up files: the windows that a reader goes through, and marks without a name. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { closedDashes } from '../unit/i18n/closed-dashes.ts';
import { minuteOf } from '../../src/core/time/minute.ts';
import { oneBin } from '../../src/core/time/stride.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import { aboutAnySpan, commonStart, exactly, starting } from './words.ts';

const { reads } = stage({ pixels: false });
const { reads: readsWithoutMap } = stage({ webgl: false });

async function opensFile(reader: Reader, name: string): Promise<void> {
  await reader.button(en.shell.buttons.openFile).click();
  const buffer = readFileSync(new URL(`../fixtures/own/reported/${name}`, import.meta.url));
  await reader.page
    .locator('dialog[open] input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer });
  await reader.button(en.ownFiles.columns.confirm).click();
  await reader.page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Presses a step button until there is no room; the counts and windows that were met. */
async function goesThrough(reader: Reader, name: RegExp): Promise<readonly string[]> {
  const step = reader.timeline.getByRole('button', { name });
  const met: string[] = [];
  for (let isStuck = false; !isStuck && met.length < 100;) {
    await step.click();
    met.push(await reader.countSentence.innerText());
    isStuck = (await step.getAttribute('aria-disabled')) === 'true';
  }
  return met;
}

const WEEK = oneBin('week');
const TWO_DAYS = { kind: 'bins', unit: 'day', count: 2 } as const;
const SWAPPED = aboutAnySpan((window) =>
  en.faults.sentence({ kind: 'window-corrected', how: 'swapped', window }),
);

describe('windows of the timeline', () => {
  it(
    'step by calendar weeks, and show every event exactly once, forwards and backwards',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await opensFile(reader, '02-week-forward.csv');
      const forwards = await goesThrough(reader, exactly(en.timeline.stepForward(WEEK)));
      const oneIn = (month: number, from: number, last: number): string => {
        const week = { from: minuteOf(2026, month, from), to: minuteOf(2026, month, last + 1) };
        const one = { certain: 1, possible: 0, halts: undefined };
        return closedDashes(en.shell.countSentence(one, week, true));
      };
      // The twelve weeks in between hold nothing: so long a row of them is skipped.
      expect(forwards.map(closedDashes)).toEqual([
        oneIn(1, 1, 4),
        oneIn(1, 5, 11),
        oneIn(4, 6, 10),
      ]);
      await reader.button(en.timeline.wholePeriod).click();
      const backwards = await goesThrough(reader, exactly(en.timeline.stepBack(WEEK)));
      expect(backwards.toReversed()).toEqual(forwards);
    }),
  );

  it(
    'swap a typed end that is before the start, and say so',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await opensFile(reader, '02-week-forward.csv');
      await reader.page.getByLabel(en.timeline.from, { exact: true }).fill('2026-03-15');
      await reader.page.getByLabel(en.timeline.toInclusive).fill('2026-03-10');
      await reader.page.getByText(SWAPPED).waitFor();
      expect(await reader.page.getByLabel(en.timeline.from, { exact: true }).inputValue()).toBe(
        '2026-03-10',
      );
      expect(await reader.page.getByLabel(en.timeline.toInclusive).inputValue()).toBe('2026-03-15');

      // The notice is about that window only.
      await reader.page.getByLabel(en.timeline.toInclusive).press('Tab');
      expect(await reader.page.getByText(SWAPPED).count()).toBe(1);
      await reader
        .button(starting(commonStart(en.timeline.stepBack(WEEK), en.timeline.stepBack(TWO_DAYS))))
        .click();
      await expect.poll(() => reader.page.getByText(SWAPPED).count()).toBe(0);
    }),
  );
});

describe('a mark without a name', () => {
  it(
    'is announced and titled by its count',
    reads({ reducedMotion: true }, async (reader) => {
      await reader.opens();
      await opensFile(reader, '12-unnamed-mark.csv');
      await expect
        .poll(() => reader.marks.first().getAttribute('aria-label'))
        .toBe(en.windowCount(2, 0));
      await reader.marks.first().focus();
      await reader.page.keyboard.press('Enter');
      await reader.panel.getByRole('heading', { level: 2, name: en.windowCount(2, 0) }).waitFor();
      expect(await reader.listLength()).toBe(2);
    }),
  );
});
