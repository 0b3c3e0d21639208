/** Every row of the files in these journeys is made up. */
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { Dock } from './dock.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';

const { reads } = stage({ webgl: false });

const ROWS = ['camp', 'road', 'camp', 'نوع، دیگر', ''];
const TEXT = [
  'date,lat,lon,what,share',
  ...ROWS.map((what, row) => `2031-05-0${row + 1},36.2,44.1,"${what}",${10 * row}%`),
].join('\n');

async function opensFile(reader: Reader): Promise<void> {
  await reader.uses(en.shell.buttons.openFile);
  await reader.page.locator('dialog[open] input[type=file]').setInputFiles({
    name: 'mine.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(TEXT),
  });
  await reader.button(en.ownFiles.columns.confirm).click();
}

describe('filters on the columns of a reader’s own file', () => {
  it(
    'are steps for Back, which never closes the file, and come back with the file after a reload',
    reads({}, async (reader) => {
      const { page } = reader;
      await reader.opensWithoutMap();
      await opensFile(reader);
      await reader.seesCount({ certain: 5, possible: 0 });
      const dock = new Dock(reader);
      await dock.opener.click();
      await dock.seesCount({ certain: 5, possible: 0 });
      const length = await page.evaluate(() => history.length);
      await dock.unfolds('what');
      await dock.value('camp').click();
      await dock.seesCount({ certain: 2, possible: 0 });
      await dock.exclude('road').click();
      const share = dock.element.getByLabel(en.filters.thumbs.from('share'));
      await dock.unfolds('share');
      for (let press = 0; press < 6; press++) await share.press('ArrowRight');
      await dock.seesCount({ certain: 1, possible: 0 });
      await expect.poll(() => page.evaluate(() => history.length)).toBe(length + 3);
      // No server reads what the file says.
      expect(new URL(page.url()).search).toBe('?dock=filters');
      expect(new URL(page.url()).hash).toContain('camp');
      await page.goBack();
      await dock.seesCount({ certain: 2, possible: 0 });
      await expect.poll(() => dock.exclude('road').getAttribute('aria-pressed')).toBe('true');
      await page.goBack();
      await expect.poll(() => dock.exclude('road').getAttribute('aria-pressed')).toBe('false');
      await page.goBack();
      await dock.seesCount({ certain: 5, possible: 0 });
      await page.goForward();
      await dock.seesCount({ certain: 2, possible: 0 });
      await page.reload();
      const missing = en.faults.sentence({ kind: 'address-columns', missing: ['what'], unfit: [] });
      const notices = page.getByRole('region', { name: en.faults.region });
      await notices.getByText(missing).waitFor();
      await reader.findsNoBarrier();
      await opensFile(reader);
      await dock.seesCount({ certain: 2, possible: 0 });
      await expect.poll(() => dock.chips.getByRole('listitem').count()).toBe(2);
      await expect.poll(() => notices.getByText(missing).count()).toBe(0);
    }),
  );
});
