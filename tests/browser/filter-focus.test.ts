/** Controls that go with the filter that they take away leave the focus where a reader goes on. */
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';

const { reads } = stage({ webgl: false });
const DRONES = '?filter=values(weapon,drone)';

describe('the focus', () => {
  const journeys = [
    {
      from: 'Clear all in the dock',
      query: `${DRONES}&dock=filters`,
      press: (reader: Reader) =>
        new Dock(reader).element.getByRole('button', { name: en.filters.clearAll }),
      goesTo: (reader: Reader) => new Dock(reader).element.getByRole('heading').first(),
    },
    {
      from: 'the last chip in the dock',
      query: `${DRONES}&dock=filters`,
      press: (reader: Reader) => new Dock(reader).chips.getByRole('button').first(),
      goesTo: (reader: Reader) => new Dock(reader).element.getByRole('heading').first(),
    },
    {
      from: 'Clear filter in the masthead',
      query: DRONES,
      press: (reader: Reader) =>
        reader.page
          .locator('.masthead')
          .getByRole('button', { name: en.shell.clearFilter, exact: true }),
      goesTo: (reader: Reader) => reader.page.locator('.masthead .count'),
    },
    {
      from: 'the last chip in the masthead',
      query: DRONES,
      press: (reader: Reader) =>
        reader.page
          .locator('.masthead')
          .getByRole('list', { name: en.filters.active })
          .getByRole('button')
          .first(),
      goesTo: (reader: Reader) => reader.page.locator('.masthead .count'),
    },
  ];
  it.each(journeys)('goes from $from to what is shown now', ({ query, press, goesTo }) =>
    reads({}, async (reader) => {
      await reader.goes(query);
      await press(reader).focus();
      await reader.page.keyboard.press('Enter');
      await press(reader).waitFor({ state: 'detached' });
      expect(await goesTo(reader).evaluate((one) => one === document.activeElement)).toBe(true);
    })(),
  );
});
