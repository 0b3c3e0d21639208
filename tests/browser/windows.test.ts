/** Made-up files: the windows that a reader goes through, and marks without a name. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';

const { reads } = stage();

async function opensFile(reader: Reader, name: string): Promise<void> {
  await reader.opensTheMap();
  await reader.button('Open a file…').click();
  const buffer = readFileSync(new URL(`../fixtures/own/reported/${name}`, import.meta.url));
  await reader.page
    .locator('dialog[open] input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer });
  await reader.button('Open the file').click();
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

const sumOf = (sentences: readonly string[]): number =>
  sentences.reduce((sum, sentence) => sum + Number(/^\d+/.exec(sentence)?.[0] ?? NaN), 0);

describe('windows', () => {
  it(
    'go by calendar weeks, and show every event exactly once, forwards and backwards',
    reads({}, async (reader) => {
      await opensFile(reader, '02-week-forward.csv');
      const forwards = await goesThrough(reader, /^Forward by one week$/);
      expect(forwards.slice(0, 3)).toEqual([
        '1 incident, 1 to 4 January 2026',
        '1 incident, 5 to 11 January 2026',
        '0 incidents, 12 to 18 January 2026',
      ]);
      expect(sumOf(forwards)).toBe(3);
      await reader.button('Whole period').click();
      const backwards = await goesThrough(reader, /^Back by one week$/);
      expect(backwards.toReversed()).toEqual(forwards);
    }),
  );

  it(
    'swap a typed end that is before the start, and say so',
    reads({}, async (reader) => {
      await opensFile(reader, '02-week-forward.csv');
      await reader.page.getByLabel('from', { exact: true }).fill('2026-03-15');
      await reader.page.getByLabel(/inclusive/).fill('2026-03-10');
      await reader.page.getByText('The end was before the start').waitFor();
      expect(await reader.page.getByLabel('from', { exact: true }).inputValue()).toBe('2026-03-10');
      expect(await reader.page.getByLabel(/inclusive/).inputValue()).toBe('2026-03-15');

      // The notice is about that window only.
      await reader.page.getByLabel(/inclusive/).press('Tab');
      expect(await reader.page.getByText('The end was before the start').count()).toBe(1);
      await reader.button(/^Back by/).click();
      await expect
        .poll(() => reader.page.getByText('The end was before the start').count())
        .toBe(0);
    }),
  );
});

describe('a mark without a name', () => {
  it(
    'is read out and headed by its count',
    reads({}, async (reader) => {
      await opensFile(reader, '12-unnamed-mark.csv');
      await expect.poll(() => reader.marks.first().getAttribute('aria-label')).toBe('2 incidents');
      await reader.marks.first().focus();
      await reader.page.keyboard.press('Enter');
      await reader.panel.getByRole('heading', { level: 2, name: '2 incidents' }).waitFor();
      expect(await reader.listLength()).toBe(2);
    }),
  );
});
