/** Rows and records of opened files are made up. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { groupByOrigin } from '../../src/core/records/origins.ts';
import { countSources } from '../../src/core/records/source-count.ts';
import { words as en } from '../../src/i18n/words.ts';
import { RECORDS } from '../unit/published-records.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import { sourceText } from './told-by-data.ts';

const { reads: readsWithoutMap } = stage({ webgl: false });

const recordOf = (id: string) => {
  const found = RECORDS.find(({ incident }) => incident.id === id);
  if (!found) throw new Error(`No record ${id}.`);
  return found.incident;
};
const KHOR_MOR = '2026-02-28-khor-mor-production-halt';
const HASHED = recordOf(KHOR_MOR).reports.findIndex(({ receipt }) => receipt?.hashes);
const hash = recordOf(KHOR_MOR).reports[HASHED]?.receipt?.hashes?.[0];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const opens = async (reader: Reader, id: string): Promise<void> => {
  await reader.goes(`?id=${id}`);
  await reader.panel.getByRole('heading', { name: recordOf(id).title }).waitFor();
};
const reportAt = (reader: Reader, position: number) =>
  reader.panel.locator(`#report-${String(position)}`);
const opensReceipt = async (reader: Reader, position: number) => {
  const receipt = reportAt(reader, position).locator('details');
  await receipt.locator('summary').click();
  return receipt;
};
const textFile = (text: string, name = 'made-up.txt') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** As dropping files from the desktop on an element does. */
const drops = (reader: Reader, selector: string, text: string): Promise<readonly boolean[]> =>
  reader.page.evaluate(
    ([at = '', content = '']) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([content], 'dropped.csv'));
      return ['dragenter', 'dragover', 'drop'].map((type) => {
        document
          .querySelector(at)
          ?.dispatchEvent(
            new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }),
          );
        return document.querySelector('.overlay:popover-open') !== null;
      });
    },
    [selector, text],
  );

const MADE_UP_RECORD = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: '2031-05-03-made-up-thing',
      geometry: { type: 'Point', coordinates: [44.01, 36.19] },
      properties: {
        ...recordOf(KHOR_MOR),
        id: '2031-05-03-made-up-thing',
        title: 'Made-up thing',
        time: '2031-05-03',
        caveat: null,
        place: { ...recordOf(KHOR_MOR).place, lon: 44.01, lat: 36.19 },
        reports: [
          {
            publisher: 'Made-up Bulletin',
            title: null,
            url: 'https://example.org/a?b=c',
            published: null,
            language: 'en',
            says: 'A made-up report.',
            receipt: {
              read: '2031-05-04',
              archived: 'https://example.org/archived/a',
              captured: '2031-05-04T12:00:00Z',
              hashes: [{ of: 'the archived page', sha256: sha256('a made-up page') }],
            },
          },
        ],
      },
    },
  ],
});

describe('the reports of a record', () => {
  it(
    'are grouped by origin, each in full once, and counted in one sentence',
    readsWithoutMap({}, async (reader) => {
      for (const id of [
        '2026-03-12-mala-qara-french-troops',
        '2026-03-01-erbil-airport-evening-fire',
        '2026-02-28-dno-stops-operations',
        KHOR_MOR,
      ]) {
        await opens(reader, id);
        const { reports } = recordOf(id);
        await reader.panel
          .getByRole('heading', { name: en.sources.full(countSources(reports)), exact: true })
          .waitFor();
        const shown = await reader.panel.locator('[data-origin]').evaluateAll((groups) =>
          groups.map((group) => ({
            name: group.getAttribute('data-origin'),
            heading: group.querySelector('h4 bdi')?.textContent,
            reports: [...group.querySelectorAll('[data-report]')].map((one) =>
              Number(one.getAttribute('data-report')),
            ),
          })),
        );
        expect(shown).toEqual(
          groupByOrigin(reports).map(({ origin: { name }, reports: positions }) => ({
            name,
            heading: name,
            reports: positions,
          })),
        );
        const full = await reader.panel
          .locator('article[id^="report-"]')
          .evaluateAll((all) => all.map(({ id: one }) => one));
        expect(full.toSorted()).toEqual(
          reports.map((_, position) => `report-${position}`).toSorted(),
        );
      }
    }),
  );

  it(
    'are counted in the same words on its card and where its link is shared',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?list=open');
      const card = reader.panel.locator('[data-opens^="incident:"]').first();
      const id = ((await card.getAttribute('data-opens')) ?? '').replace('incident:', '');
      const counted = countSources(recordOf(id).reports);
      expect(counted.reports).toBeGreaterThan(1);
      expect(await card.innerText()).toContain(en.sources.fewest(counted));
      await card.click();
      await reader.panel.getByRole('heading', { name: recordOf(id).title }).waitFor();
      await reader.uses(en.shell.buttons.share);
      await reader.page
        .getByRole('dialog', { name: en.share.title })
        .getByText(en.sources.full(counted))
        .waitFor();
    }),
  );

  it(
    'are reached from where they are only named',
    readsWithoutMap({}, async (reader) => {
      await opens(reader, '2026-03-12-mala-qara-french-troops');
      const named = reader.panel.locator('li[data-report]:not(:has(article))').last();
      const position = Number(await named.getAttribute('data-report'));
      await named.getByRole('button').click();
      await reportAt(reader, position).and(reader.page.locator(':focus')).waitFor();
      await reader.findsNoBarrier();
    }),
  );

  it(
    'have no headings of origins where there is one report',
    readsWithoutMap({}, async (reader) => {
      const single = RECORDS.find(({ incident: { reports } }) => reports.length === 1)?.incident;
      await opens(reader, single?.id ?? '');
      await reportAt(reader, 0).waitFor();
      expect(await reader.panel.locator('[data-origin]').count()).toBe(0);
    }),
  );
});

describe('the receipt of a report', () => {
  it(
    'says that no copy is recorded, and links to where one may be',
    readsWithoutMap({}, async (reader) => {
      await opens(reader, '2026-02-28-dno-stops-operations');
      const receipt = await opensReceipt(reader, 0);
      await receipt.getByText(en.receipt.noCopy).waitFor();
      const { url, published } = recordOf('2026-02-28-dno-stops-operations').reports[0] ?? {};
      const link = receipt.getByRole('link', { name: en.receipt.look });
      expect(await link.getAttribute('href')).toBe(
        `https://web.archive.org/web/${published?.replaceAll('-', '') ?? ''}/${url ?? ''}`,
      );
      expect(await link.getAttribute('rel')).toBe('noreferrer noopener');
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await receipt.getByRole('button', { name: en.receipt.check.button }).count()).toBe(0);
      await reader.findsNoBarrier();
    }),
  );

  it(
    'has the recorded copy of a record in an opened file, and when it was made',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.uses(en.shell.buttons.openFile);
      await reader.page
        .locator('dialog[open] input[type=file]')
        .setInputFiles([textFile(MADE_UP_RECORD, 'made-up.geojson')]);
      await reader.button(en.shell.buttons.list).click();
      await reader.panel.getByRole('button', { name: /Made-up thing/ }).click();
      const receipt = await opensReceipt(reader, 0);
      const copy = receipt.getByRole('link', { name: 'https://example.org/archived/a' });
      expect(await copy.getAttribute('href')).toBe('https://example.org/archived/a');
      const said = await receipt.innerText();
      for (const part of ['2031-05-04T12:00:00Z', '4 May 2031', sha256('a made-up page')])
        expect(said).toContain(part);
      expect(said).not.toContain(en.receipt.noCopy);
      // The report has no day, so the first day of the incident is used.
      expect(await receipt.getByRole('link', { name: en.receipt.look }).getAttribute('href')).toBe(
        'https://web.archive.org/web/20310503/https://example.org/a?b=c',
      );
      await receipt.locator('input[type=file]').setInputFiles([textFile('a made-up page')]);
      await receipt
        .getByText(en.receipt.check.same({ of: 'the archived page', sha256: '' }))
        .waitFor();
    }),
  );
});

const FILE_OF_A_READER = [
  'date,place,lat,lon,source,link,archive_url,sha256',
  `2026-03-01,Made-up row,36.1,44.1,"[""A Paper"",""B Paper (AFP)"",""C Paper (AFP)""]",https://a.example/1 https://b.example/2,https://archive.example/1,${sha256('a made-up page')}`,
  '2026-03-02,Other row,36.2,44.2,A Paper,,,',
].join('\n');

describe('a file of the reader with lists of sources', () => {
  it(
    'says what is of one of several reports, lists names, and can be filtered by origins',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.uses(en.shell.buttons.openFile);
      await reader.page
        .locator('dialog[open] input[type=file]')
        .setInputFiles([textFile(FILE_OF_A_READER, 'made-up.csv')]);
      await reader.page.getByRole('button', { name: en.ownFiles.columns.confirm }).click();
      await reader.page.getByRole('checkbox', { name: en.key.onlyOrigins }).check();
      await reader.button(en.shell.buttons.list).click();
      await reader.panel.getByText(en.panel.list.title.filter).waitFor();
      const cards = reader.panel.locator('[data-opens^="incident:"]');
      await expect.poll(() => cards.count()).toBe(1);
      expect(await cards.first().innerText()).toContain('A Paper; B Paper (AFP); C Paper (AFP)');
      await cards.first().click();
      await reader.panel
        .getByRole('heading', {
          name: 'at least 3 reports, by 3 named outlets, at most 2 named origins',
        })
        .waitFor();
      const row = reader.panel.locator('article', {
        has: reader.page.getByRole('heading', { name: en.receipt.ofRow.title }),
      });
      await row.last().locator('summary').click();
      const said = await row.last().innerText();
      for (const part of [
        'https://a.example/1',
        'https://b.example/2',
        'https://archive.example/1',
      ])
        expect(said).toContain(part);
      expect(said).not.toContain(en.receipt.noCopy);
      await row
        .last()
        .locator('input[type=file]')
        .setInputFiles([textFile('a made-up page')]);
      await row
        .last()
        .getByText(en.receipt.check.same({ of: 'sha256', sha256: '', isColumn: true }))
        .waitFor();
      await reader.findsNoBarrier();
    }),
  );
});

describe('a file that is checked against a report', () => {
  it(
    'is the same, different or empty, and is said with both values',
    readsWithoutMap({}, async (reader) => {
      const ours = { of: en.receipt.ourText, sha256: hash?.sha256 ?? '' };
      const { sha256: recorded } = ours;
      const quoted = sourceText('ap-2026-03-04.txt');
      expect(sha256(quoted)).toBe(recorded);
      await opens(reader, KHOR_MOR);
      const receipt = await opensReceipt(reader, HASHED);
      expect(await receipt.innerText()).toContain(en.receipt.hash(ours));
      const file = receipt.getByRole('link', { name: en.receipt.getOurText });
      const address = (await file.getAttribute('href')) ?? '';
      const answer = await reader.page.request.get(address);
      expect(sha256(await answer.text())).toBe(recorded);
      const checks = (text: string): Promise<void> =>
        receipt.locator('input[type=file]').setInputFiles([textFile(text)]);

      await checks(quoted);
      await receipt.getByText(en.receipt.check.same(ours)).waitFor();
      expect(await receipt.locator('[data-comparison] dd').allInnerTexts()).toEqual([
        recorded,
        recorded,
      ]);
      await reader.findsNoBarrier();

      await checks(`${quoted} `);
      await receipt.getByText(en.receipt.check.different(ours)).waitFor();
      expect(await receipt.locator('[data-comparison] dd').allInnerTexts()).toEqual([
        recorded,
        sha256(`${quoted} `),
      ]);

      await checks('');
      await receipt.getByText(en.receipt.check.empty).waitFor();
      await receipt.getByText(sha256('')).waitFor();
      expect(await receipt.locator('[data-comparison="same"]').count()).toBe(0);
      await reader.findsNoBarrier();

      // What was checked is forgotten with the record.
      await opens(reader, KHOR_MOR);
      expect(await reader.panel.locator('[data-comparison]').count()).toBe(0);
    }),
  );

  it(
    'can be dropped on the report, and is not opened as data',
    readsWithoutMap({}, async (reader) => {
      await opens(reader, KHOR_MOR);
      const report = reportAt(reader, HASHED);
      await report.waitFor();
      const overlays = await drops(
        reader,
        `#report-${String(HASHED)}`,
        sourceText('ap-2026-03-04.txt'),
      );
      expect(overlays).toEqual([false, false, false]);
      await report
        .getByText(en.receipt.check.same({ of: en.receipt.ourText, sha256: '' }))
        .waitFor();
      expect(await reader.page.locator('dialog[open]').count()).toBe(0);
      expect(await reader.page.locator('progress').count()).toBe(0);

      // Everywhere else, and on a report without a hash, the page opens what is dropped.
      const other = recordOf(KHOR_MOR).reports.findIndex(({ receipt }) => !receipt?.hashes);
      // What takes a dropped file is loaded with the first one.
      await expect
        .poll(() => drops(reader, `#report-${String(other)}`, 'a,b\n1,2'))
        .toEqual([true, true, false]);
    }),
  );
});
