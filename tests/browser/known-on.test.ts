import { describe, expect, it } from 'vitest';
import { firstWords } from '../../src/i18n/first-words.ts';
import { PHONE } from './reader.ts';
import { stage } from './stage.ts';
import { records, spanOf, toldIn, type PublishedRecord, type Told } from './told-by-data.ts';

const { reads } = stage({ webgl: false });
const PERIOD = ['2026-02-28', '2026-03-19'] as const;
const { known } = firstWords;

/** What a reader knew at the end of a day, by the dates of reports; nothing is known before it happens. */
function knownOn(day: string): Told {
  const began = ({ time }: PublishedRecord): boolean => {
    const [from] = spanOf({ time } as PublishedRecord);
    return new Date(from).toISOString().slice(0, 10) <= day;
  };
  const incidents = records.filter((record) => record.kind === 'incident' && began(record));
  const isKnown = ({ reports }: PublishedRecord): boolean =>
    reports.some(({ published }) => published !== null && published <= day);
  const mayBe = ({ reports }: PublishedRecord): boolean =>
    reports.some(({ published }) => published === null);
  return {
    certain: incidents.filter(isKnown).length,
    possible: incidents.filter((record) => !isKnown(record) && mayBe(record)).length,
  };
}

describe('as known on a day', () => {
  it(
    'shows what reports of that day told, says how much is known now, and comes back',
    reads({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.seesCount(toldIn(...PERIOD));
      await reader.page.getByRole('checkbox', { name: known.switchOn }).check();
      for (const day of ['2026-03-05', '2026-03-01', '2026-03-12']) {
        await reader.page.getByLabel(known.day).fill(day);
        await reader.seesCount(knownOn(day));
        await expect.poll(() => reader.page.url()).toContain(`known=${day}`);
      }
      const block = reader.page.getByRole('region', { name: /^As known on 12 March/ });
      expect(await block.innerText()).toContain('99 attacks and 10 halts');
      await reader.findsNoBarrier();
      await block.getByRole('button', { name: known.switchOff }).click();
      await reader.seesCount(toldIn(...PERIOD));
      expect(reader.page.url()).not.toContain('known=');
    }),
  );

  it(
    'says so in the one line that a phone leaves of the masthead',
    reads({ viewport: PHONE, touch: true }, async (reader) => {
      await reader.opens('?known=2026-03-05&list=open');
      await reader.page.getByRole('heading', { level: 1, name: /^As known on 5 March/ }).waitFor();
    }),
  );

  it(
    'is restored from a link, and a day that is none is named',
    reads({}, async (reader) => {
      await reader.opensWithoutMap('?known=2026-03-05');
      await reader.seesCount(knownOn('2026-03-05'));
      await reader.opens('?known=soon');
      await reader.seesCount(toldIn(...PERIOD));
      await reader.notices.getByText('soon').waitFor();
    }),
  );
});
