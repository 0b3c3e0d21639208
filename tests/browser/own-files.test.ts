/** Every row of the files in these journeys is made up. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closedDashes } from '../unit/i18n/closed-dashes.ts';
import { minuteOf } from '../../src/core/time/minute.ts';
import { words as en } from '../../src/i18n/words.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import { toldIn } from './told-by-data.ts';
import { readingNotice } from './words.ts';

const { readsOnOneMap } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });

type MadeUpFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const file = (name: string, text: string): MadeUpFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const UCDP_COLUMNS =
  'id,type_of_violence,source_article,source_headline,where_prec,where_coordinates,adm_1,latitude,longitude,date_prec,date_start,date_end,best,high,low';

/** A town, a place of unknown district, a governorate, the high seas, and one without coordinates. */
const UCDP = [
  UCDP_COLUMNS,
  '1,1,"Made-up Bulletin","<img src=x onerror=alert(1)>",1,Nowhere town,Irbil province,36.19,44.01,1,2031-05-03,2031-05-03,1,2,1',
  '2,1,"Made-up Bulletin","Second thing",1,Nowhere town,Irbil province,36.19,44.01,1,2031-05-04,2031-05-04,1,2,1',
  '3,3,"Made-up Bulletin","Third thing",2,Elsewhere,Duhok province,36.85,43,3,2031-05-05,2031-05-11,1,2,1',
  '4,2,"Made-up Bulletin","Fourth thing",4,Kirkuk province,Kirkuk province,35.4,44.3,1,2031-05-06,2031-05-06,1,2,1',
  '5,1,"Made-up Bulletin","Fifth thing",7,Gulf,,29,49,1,2031-05-07,2031-05-07,1,2,1',
  '6,1,"Made-up Bulletin","Sixth thing",1,Nowhere,,,,1,2031-05-08,2031-05-08,1,2,1',
].join('\n');

/** A town, provinces, one of them without coordinates, and a country. */
const SUDAN = [
  `${UCDP_COLUMNS},country`,
  '1,1,"Made-up Bulletin","First thing",1,Nowhere town,Kassala state,15.45,36.4,1,2031-05-03,2031-05-03,1,2,1,Sudan',
  '2,1,"Made-up Bulletin","Second thing",4,Shamāl Dārfūr state,Shamāl Dārfūr state,13.6,25.3,1,2031-05-04,2031-05-04,1,2,1,Sudan',
  '3,3,"Made-up Bulletin","Third thing",4,Kassala state,Kassala state,,,1,2031-05-05,2031-05-05,1,2,1,Sudan',
  '4,1,"Made-up Bulletin","Fourth thing",6,Sudan,,15,30,1,2031-05-07,2031-05-07,1,2,1,Sudan',
  '5,1,"Made-up Bulletin","Fifth thing",4,North Darfur,North Darfur,13.6,25.3,1,2031-05-08,2031-05-08,1,2,1,Sudan',
].join('\n');

const SHAPES = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Made-up road', date: '2031-04-02', kind: 'road' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [43.5, 36.1],
          [43.9, 36.3],
          [44.4, 36.2],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { name: 'Made-up field', date: '2031-04', kind: 'field' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [44.6, 35.9],
            [45, 35.9],
            [45, 36.3],
            [44.6, 35.9],
          ],
        ],
      },
    },
    { type: 'Feature', properties: { name: 'Nowhere', date: '2031-04-03' }, geometry: null },
  ],
});

/** The worker never hears that it should read on: a file stays at its first rows until it is cancelled. */
const holdReadingOn = (): void => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its worker
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message: unknown, options?: unknown) {
    const isHeld =
      typeof message === 'object' &&
      message !== null &&
      'name' in message &&
      message.name === 'readOn';
    if (!isHeld) send.call(this, message, options as StructuredSerializeOptions);
  };
};

/** Day and month of every date may stand for each other. */
const AMBIGUOUS = [
  'when;what;lat;lon',
  '03/04/2031;Made-up event;36,19;44,01',
  '05/06/2031;Made-up event;36,20;44,02',
].join('\n');

async function picks(reader: Reader, ...files: readonly MadeUpFile[]): Promise<void> {
  await reader.uses(en.shell.buttons.openFile);
  await reader.page.locator('dialog[open] input[type=file]').setInputFiles([...files]);
}

/** The text of the file that a click saves. */
async function downloaded(reader: Reader, click: () => Promise<void>): Promise<string> {
  const download = reader.page.waitForEvent('download');
  await click();
  const stream = await (await download).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** What is saved of the rows on the map. */
async function saves(reader: Reader): Promise<string> {
  const save = reader.button(en.ownFiles.saveRows);
  if (!(await save.isVisible())) await reader.button(en.shell.buttons.list).click();
  return downloaded(reader, () => save.click());
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/own/reported/${name}`, import.meta.url), 'utf8');

/** As dropping files from the desktop does: what is dragged stays over the page until the page shows that it takes it. */
async function drops(page: Page, name: string, text: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text],
  );
  const drag = (type: string): Promise<boolean> =>
    page.evaluate(
      ([dataTransfer, of]) => {
        document.body.dispatchEvent(
          new DragEvent(of, { dataTransfer, bubbles: true, cancelable: true }),
        );
        return document.querySelector('.overlay:popover-open') !== null;
      },
      [dropped, type] as const,
    );
  await expect.poll(() => drag('dragenter')).toBe(true);
  await drag('drop');
}

const notice = (reader: Reader, words: string | RegExp) =>
  reader.page.getByRole('region', { name: en.faults.region }).getByText(words);
const unknown = (file: string, looksLike: 'html' | 'pdf'): string =>
  en.faults.sentence({ kind: 'unknown-format', file, looksLike });
const title = (reader: Reader) => reader.page.getByRole('heading', { level: 1 });

describe('files that the reader opens', () => {
  it(
    'open with the file chooser: marks, areas, report, list and every column of a row',
    readsOnOneMap(undefined, async (reader) => {
      await picks(reader, file('made-up.csv', UCDP));
      await notice(reader, readingNotice('made-up.csv', 6, 2)).waitFor();
      await expect.poll(() => title(reader).innerText()).toBe('made-up.csv');
      await reader.seesCount({ certain: 6, possible: 0 });
      await reader.seesDrawnMarks();
      await expect.poll(() => reader.markCounts()).toEqual({ certain: 3, possible: 0 });
      await reader.layer(en.shell.switchLayer(en.layers.category('ucdp', '1'), 4, 0)).waitFor();
      await reader.button(/^Kirkuk/).waitFor();
      await reader.findsNoBarrier();

      await reader.button(en.faults.report).click();
      const report = reader.page.getByRole('dialog');
      await report.getByText('where_prec').waitFor();
      await reader.findsNoBarrier();
      await reader.page.keyboard.press('Escape');
      await reader.button(en.faults.dismiss).click();

      await reader.button(en.shell.buttons.list).click();
      await expect.poll(() => reader.listLength()).toBe(6);
      await reader.page.getByRole('searchbox').fill('fourth');
      await reader.seesCount({ certain: 1, possible: 0 });
      await reader.page.getByRole('searchbox').fill('');
      await reader.seesCount({ certain: 6, possible: 0 });
      await reader.panel.getByRole('button', { name: /<img src=x onerror=alert\(1\)>/ }).click();
      await reader.panel.getByText('where_coordinates').waitFor();
      await reader.panel.getByText('Nowhere town').first().waitFor();
      await reader.findsNoBarrier();
    }),
  );

  it(
    'are hatched in their province anywhere in the world, or outlined in their country',
    readsOnOneMap(undefined, async (reader) => {
      const close = reader.panel.getByRole('button', { name: en.panel.close });
      if (await close.isVisible()) await close.click();
      const loadsAreas = reader.page.waitForRequest(/basemap\/areas\.json\.gz$/);
      await picks(reader, file('made-up-sudan.csv', SUDAN));
      await loadsAreas;
      await notice(reader, readingNotice('made-up-sudan.csv', 5, 0)).waitFor();
      const { areasTitle, countriesTitle } = en.shell.legend;
      await reader.page.getByRole('heading', { name: areasTitle }).waitFor();
      await reader.page.getByRole('heading', { name: countriesTitle }).waitFor();
      await reader.button(/^Kassala/).waitFor();
      await reader.button(/^Sudan/).waitFor();
      await reader.findsNoBarrier();
      await reader.button(/^North Darfur/).click();
      await reader.panel.getByText(en.panel.group.area('North Darfur')).waitFor();
      await reader.panel.getByText('Second thing').waitFor();
    }),
  );

  it(
    'switch on and off next to the page’s own data, and close',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      const whole = await reader.count();
      await picks(reader, file('made-up.csv', UCDP));
      await reader.seesCount({ certain: 6, possible: 0 });
      await reader.layer(en.datasetSwitches.own).click();
      await reader.seesCount({ certain: whole.certain + 6, possible: 0 });
      // Both are named, and neither claims the numbers of the other.
      await expect.poll(() => title(reader).innerText()).toContain('made-up.csv');
      const table = reader.page.getByRole('row', { name: en.masthead.table.region });
      expect(await table.count()).toBe(0);
      expect(await reader.page.getByText(en.masthead.promise).count()).toBe(0);
      await reader.layer(/^made-up\.csv/).click();
      await reader.seesCount(whole);
      await table.waitFor();
      await expect.poll(() => title(reader).innerText()).toContain('Kurdistan Region');
      await reader.layer(/^made-up\.csv/).click();
      await reader.button(en.datasetSwitches.closeOf('made-up.csv')).click();
      await reader.seesCount(whole);
      await expect.poll(() => reader.layer(/made-up\.csv/).count()).toBe(0);
    }),
  );

  it(
    'open by dropping, with lines and areas drawn as they are',
    readsOnOneMap(undefined, async (reader) => {
      await drops(reader.page, 'shapes.geojson', SHAPES);
      const dialog = reader.page.getByRole('dialog', { name: /shapes\.geojson/ });
      await dialog.getByRole('cell', { name: 'Made-up road' }).first().waitFor();
      await reader.findsNoBarrier();
      await dialog.getByRole('button', { name: en.ownFiles.columns.confirm }).click();
      await notice(reader, readingNotice('shapes.geojson', 3, 1)).waitFor();
      await reader.seesCount({ certain: 3, possible: 0 });
      await reader.seesDrawnMarks();
      await expect.poll(() => reader.markCounts()).toEqual({ certain: 2, possible: 0 });
    }),
  );

  it(
    'open by pasting, with a question about ambiguous dates',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await reader.uses(en.shell.buttons.openFile);
      await reader.page.getByLabel(en.ownFiles.open.paste.label).fill(AMBIGUOUS);
      await reader.button(en.ownFiles.open.paste.open).click();
      const dialog = reader.page.getByRole('dialog', {
        name: en.ownFiles.columns.title(en.datasets.pasted),
      });
      const confirm = dialog.getByRole('button', { name: en.ownFiles.columns.confirm });
      await confirm.waitFor();
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByRole('radio', { name: en.ownFiles.columns.dateOrder.mdy }).check();
      await dialog.getByText('4 March 2031').first().waitFor();
      await confirm.click();
      await notice(reader, readingNotice(en.datasets.pasted, 2)).waitFor();
      const span = { from: minuteOf(2031, 3, 4), to: minuteOf(2031, 5, 7) };
      await expect
        .poll(async () => closedDashes(await reader.countSentence.innerText()))
        .toContain(closedDashes(en.dates.span(span, true)));
    }),
  );

  it('open from a link: another site is contacted only after the reader agrees, and the link is kept', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', 'text/csv');
      response.end(UCDP);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/table.csv`;
    await readsWithoutMap({ mayAsk: `http://127.0.0.1:${port}/` }, async (reader) => {
      await reader.opens(`?data=${encodeURIComponent(address)}`);
      await reader.missesTheMap();
      const dialog = reader.page.getByRole('dialog');
      await dialog.getByText(`127.0.0.1:${port}`).first().waitFor();
      expect(asked).toEqual([]);
      await reader.findsNoBarrier();
      await dialog.getByRole('button', { name: en.ownFiles.asking.allow }).click();
      await notice(reader, readingNotice('table.csv', 6, 2)).waitFor();
      expect(asked).toEqual(['/table.csv']);
      expect(new URL(reader.page.url()).searchParams.get('data')).toBe(address);
    })();
    server.close();
  });

  it('open from a link that redirects to another site, with a question, and name the site that answered', async () => {
    const asked: string[] = [];
    const listening = async (answer: (response: ServerResponse) => void) => {
      const server = createServer((request, response) => {
        asked.push(request.headers.host ?? '');
        response.setHeader('Access-Control-Allow-Origin', '*');
        answer(response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
    };
    const last = await listening((response) => response.end(UCDP));
    const first = await listening((response) => {
      response.writeHead(302, { location: `http://${last.host}/b.csv` }).end();
    });
    await readsWithoutMap({ mayAsk: 'http://127.0.0.1:' }, async (reader) => {
      await reader.opens(`?data=${encodeURIComponent(`http://${first.host}/a.csv`)}`);
      await reader.missesTheMap();
      const dialog = reader.page.getByRole('dialog');
      await dialog.getByRole('button', { name: en.ownFiles.asking.allow }).click();
      const follow = dialog.getByRole('button', { name: en.ownFiles.asking.redirect.allow });
      await follow.waitFor();
      expect(asked).toEqual([first.host]);
      await reader.findsNoBarrier();
      await follow.click();
      await notice(reader, readingNotice('a.csv', 6, 2, last.host)).waitFor();
      expect(asked).toEqual([first.host, first.host, last.host]);
    })();
    first.server.close();
    last.server.close();
  });

  it(
    'have a message if they cannot be opened, and leave the map as it was',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await picks(
        reader,
        file('report.pdf', '%PDF-1.7 made up'),
        file('page.csv', '<!doctype html><title>Log in</title>'),
        file('broken.geojson', '{\n "type": "FeatureCollection",\n "features": [oops]}'),
      );
      await notice(reader, /broken\.geojson.*line 3/).waitFor();
      await reader.button(en.faults.dismiss).click();
      await notice(reader, unknown('page.csv', 'html')).waitFor();
      await reader.button(en.faults.dismiss).click();
      await notice(reader, unknown('report.pdf', 'pdf')).waitFor();
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      await reader.findsNoBarrier();
    }),
  );

  it(
    'can be cancelled while they are read, and leave nothing behind',
    readsWithoutMap(
      {
        reducedMotion: true,
        prepare: async (page) => {
          await page.addInitScript(holdReadingOn);
        },
      },
      async (reader) => {
        const row = (id: number): string =>
          `${id},1,"Made-up Bulletin","Thing ${id}",1,Nowhere town,Irbil province,36.19,44.01,1,2031-05-03,2031-05-03,1,2,1`;
        const rows = Array.from({ length: 20_000 }, (_, id) => row(id));
        await reader.opensWithoutMap();
        await picks(reader, file('large.csv', [UCDP_COLUMNS, ...rows].join('\n')));
        const isOpen = reader.layer(/large\.csv/);
        await isOpen.waitFor();
        await reader.button(en.ownFiles.cancel).click();
        await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
        await expect.poll(() => isOpen.count()).toBe(0);
        await expect.poll(() => reader.page.locator('progress').count()).toBe(0);
      },
    ),
  );

  it(
    'are stored on the device only on request, and never in a link',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await picks(reader, file('made-up.csv', UCDP));
      await reader.seesCount({ certain: 6, possible: 0 });
      await reader.button(en.shell.buttons.share).click();
      await reader.page.getByText(en.share.missing(['made-up.csv'])).waitFor();
      const link = await reader.page.getByRole('textbox', { name: en.share.label }).inputValue();
      expect(link).not.toMatch(/made-up|Nowhere|row-/);
      await reader.page.keyboard.press('Escape');
      await reader.page.reload();
      const lost = en.faults.sentence({ kind: 'files-not-kept', files: ['made-up.csv'] });
      await reader.notices.getByText(lost).waitFor();
      await reader.notices.getByRole('button', { name: en.faults.dismiss }).click();
      await reader.putsTheMissingMapAway();
      await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));

      await picks(reader, file('made-up.csv', UCDP));
      await reader.seesCount({ certain: 6, possible: 0 });
      await reader.button(en.datasetSwitches.keepOf('made-up.csv')).click();
      await reader.page.getByRole('button', { name: /made-up\.csv/, pressed: true }).waitFor();
      await reader.page.reload();
      await reader.seesCount({ certain: 6, possible: 0 });
      expect(await reader.notices.innerText()).not.toContain('not kept');
    }),
  );

  it(
    'show ACLED’s terms before rows are saved, and formulas are saved as text',
    readsWithoutMap({}, async (reader) => {
      const acled = [
        'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,location,admin1',
        'MAD1,03 May 2031,2031,1,Explosions/Remote violence,Air/drone strike,=HYPERLINK(1),36.19,44.01,1,Made-up Bulletin,National,Made up.,0,Nowhere,Irbil',
      ].join('\n');
      await reader.opensWithoutMap();
      await picks(reader, file('made-up acled.csv', acled));
      await reader.seesCount({ certain: 1, possible: 0 });
      await reader.button(en.shell.buttons.list).click();
      await reader.button(en.ownFiles.saveRows).click();
      const warning = reader.page.getByRole('dialog', { name: /ACLED/ });
      await warning.waitFor();
      await reader.findsNoBarrier();
      const saved = await downloaded(reader, () =>
        warning.getByRole('button', { name: en.ownFiles.licence.accept }).click(),
      );
      expect(saved).toContain("'=HYPERLINK(1)");
      expect(saved).toContain('36.19');
    }),
  );

  it(
    'are saved as they were read, and opened again without a question',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      for (const name of ['04-export-loses-place.kml', '05-export-minus.csv']) {
        await picks(reader, file(name, fixture(name)));
        await reader.button(en.ownFiles.columns.confirm).click();
        await expect.poll(() => title(reader).innerText()).toBe(name);
        await reader.seesCount({ certain: 2, possible: 0 });
        const text = await saves(reader);
        expect(text).not.toContain("'");
        await picks(reader, file(`saved ${name}`, text));
        await expect.poll(() => title(reader).innerText()).toBe(`saved ${name}`);
        await reader.seesCount({ certain: 2, possible: 0 });
        await notice(reader, readingNotice(`saved ${name}`, 2)).waitFor();
        expect(await saves(reader)).toBe(text);
      }
    }),
  );

  it(
    'work on a phone and pass axe',
    readsWithoutMap({ viewport: { width: 390, height: 844 }, touch: true }, async (reader) => {
      await reader.opensWithoutMap();
      await picks(reader, file('ambiguous.csv', AMBIGUOUS));
      await reader.page
        .getByRole('dialog', { name: en.ownFiles.columns.title('ambiguous.csv') })
        .waitFor();
      await reader.findsNoBarrier();
      await reader.page.getByRole('radio', { name: en.ownFiles.columns.dateOrder.dmy }).check();
      await reader.button(en.ownFiles.columns.confirm).click();
      await reader.seesCount({ certain: 2, possible: 0 });
      await reader.findsNoBarrier();
    }),
  );
});
