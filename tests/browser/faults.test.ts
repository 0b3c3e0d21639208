import type { Page, Request, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import { records, toldIn } from './told-by-data.ts';
import { exactly, fixedPart } from './words.ts';

const { reads } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });

const MISSING = [
  'sources/index.json',
  'basemap/world.pmtiles',
  'basemap/governorates.json',
  'dataset.json',
];

type Collection = { features: { properties: Record<string, unknown> }[] };

/** Answers a file of the site with something else. */
const answer =
  (file: string, reply: { status?: number; body?: string }) =>
  async (page: Page): Promise<void> => {
    await page.route(`**/${file}`, (route) => route.fulfill(reply));
  };

const bug = fixedPart((message) => en.faults.sentence({ kind: 'bug', message }));

describe('the page with faults', () => {
  it(
    'names a data file that is missing and opens it once it is there again',
    readsWithoutMap(
      {
        prepare: answer('incidents.geojson', { status: 404, body: 'no' }),
        expectsFailedRequests: true,
      },
      async (reader) => {
        await reader.goes();
        await reader.page
          .getByText(/incidents\.geojson/)
          .first()
          .waitFor();
        await reader.findsNoBarrier();
        await reader.page.unroute('**/incidents.geojson');
        await reader.button(en.faults.tryAgain).click();
        await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      },
    ),
  );

  it(
    'says where a data file stops being JSON',
    readsWithoutMap(
      {
        prepare: answer('incidents.geojson', { body: '{\n  "type": "FeatureCollection",\n  oops' }),
      },
      async (reader) => {
        await reader.goes();
        await reader.page
          .getByText(/line 3/)
          .first()
          .waitFor();
        await reader.findsNoBarrier();
      },
    ),
  );

  it(
    'names an invalid record and shows all valid ones',
    reads(
      {
        prepare: async (page) => {
          await page.route('**/incidents.geojson', async (route) => {
            const response = await route.fetch();
            const collection = (await response.json()) as Collection;
            const bad = collection.features.find(
              ({ properties }) => properties['id'] === '2026-02-28-khor-mor-production-halt',
            );
            if (bad) bad.properties['weapon'] = 'slingshot';
            await route.fulfill({ json: collection });
          });
        },
      },
      async (reader) => {
        await reader.opens();
        const all = toldIn('2026-02-28', '2026-03-19');
        await reader.seesCount({ ...all, certain: all.certain - 1 });
        const notices = reader.page.getByRole('region', { name: en.faults.region });
        await notices.locator('summary').click();
        const text = await notices.innerText();
        expect(text).toContain('2026-02-28-khor-mor-production-halt');
        expect(text).toContain('slingshot');
        expect(text).toContain(String(records.length - 1));
        await reader.findsNoBarrier();
      },
    ),
  );

  it(
    'opens without source texts, outlines, names or title, and says what is missing',
    reads(
      {
        prepare: async (page) => {
          for (const file of MISSING) await answer(file, { status: 500, body: '' })(page);
        },
        expectsFailedRequests: true,
      },
      async (reader) => {
        await reader.opensTheMap();
        await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
        const notices = reader.page.getByRole('region', { name: en.faults.region });
        // One is shown at a time; the keyboard stays with them to the last.
        const others = MISSING.length - 1;
        const dismiss = notices.getByRole('button', { name: en.faults.dismiss });
        await expect.poll(() => notices.innerText()).toContain(en.faults.waiting(others));
        const said: string[] = [];
        await dismiss.focus();
        for (let left = others; left >= 0; left--) {
          said.push(await notices.innerText());
          await reader.page.keyboard.press('Enter');
          await expect.poll(() => dismiss.count()).toBe(Math.min(left, 1));
          if (left > 0) await expect.poll(() => notices.innerText()).not.toBe(said.at(-1));
        }
        for (const file of MISSING) expect(said.join('\n')).toContain(file);
        await expect
          .poll(() => reader.page.evaluate(() => document.activeElement?.tagName))
          .not.toBe('BODY');
      },
    ),
  );

  it(
    'says what it waits for on a slow network',
    readsWithoutMap(
      {
        prepare: async (page) => {
          await page.route('**/incidents.geojson', async (route) => {
            await page.waitForFunction(() => document.body.innerText.includes('incidents.geojson'));
            await route.continue();
          });
        },
      },
      async (reader) => {
        await reader.opens();
        await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      },
    ),
  );

  it(
    'reports a missing data reader as a network fault, and tries again',
    readsWithoutMap(
      {
        prepare: async (page) => {
          await page.route('**/data.worker*', (route) => route.fulfill({ status: 404 }));
        },
        expectsFailedRequests: true,
      },
      async (reader) => {
        await reader.goes();
        await reader.page
          .getByText(en.faults.sentence({ kind: 'part-missing' }))
          .first()
          .waitFor();
        await reader.findsNoBarrier();
        await reader.page.unroute('**/data.worker*');
        await reader.button(en.faults.tryAgain).click();
        await reader.seesCount(toldIn('2026-02-28', '2026-03-19'));
      },
    ),
  );

  it(
    'reports the missing sentence of a rare fault as a network fault',
    reads(
      {
        prepare: async (page) => {
          await page.route('**/words-*.js', (route) => route.abort());
        },
        expectsFailedRequests: true,
      },
      async (reader) => {
        const { page } = reader;
        // An address that cannot be opened: what says so is not there. With a map no list opens, which would miss it too.
        await reader.opens('?data=made-up');
        const notices = page.getByRole('region', { name: en.faults.region });
        await notices.getByText(en.faults.sentence({ kind: 'part-missing' })).waitFor();
        expect(await page.getByText(bug).count()).toBe(0);
      },
    ),
  );

  it.each([
    [
      'About, after the page was published anew',
      '**/AboutDialog-*.js',
      (route: Route) => route.fulfill({ status: 404 }),
      async (reader: Reader) => {
        await reader.button(exactly(en.shell.buttons.about)).click();
      },
    ],
    [
      'what opens files, while the connection is broken',
      '**/OpenParts-*.js',
      (route: Route) => route.abort(),
      async (reader: Reader) => {
        await reader.button(en.shell.buttons.openFile).click();
      },
    ],
    [
      'the map, whose server answers with a page instead',
      '**/map-view-*.js',
      (route: Route) => route.fulfill({ contentType: 'text/html', body: '<p>Not here' }),
      () => Promise.resolve(),
    ],
    [
      'the worker of the map',
      '**/maplibre-gl-worker-*.js',
      (route: Route) => route.fulfill({ status: 404 }),
      () => Promise.resolve(),
    ],
  ])('reports a missing part of its own as a network fault: %s', (_, part, answers, asks) => {
    const isOfMap = part.includes('map');
    const journeys = isOfMap ? reads : readsWithoutMap;
    return journeys(
      {
        prepare: async (page) => {
          await page.route(part, answers);
        },
        expectsFailedRequests: true,
        reducedMotion: true,
      },
      async (reader) => {
        const { page } = reader;
        const view = '?from=2026-03-03&to=2026-03-08';
        await (isOfMap ? reader.opens(view) : reader.opensWithoutMap(view));
        // The page counts all data until the period of the address has been read.
        await expect.poll(() => reader.countSentence.innerText()).toMatch(/\b3\D+7\sMarch/u);
        const sentence = await reader.countSentence.innerText();
        await asks(reader);
        const notices = page.getByRole('region', { name: en.faults.region });
        await notices
          .getByText(en.faults.sentence({ kind: isOfMap ? 'map-not-loaded' : 'part-missing' }))
          .waitFor();
        expect(await page.getByText(bug).count()).toBe(0);

        // Without a connection a reload would lose the page. Only the question for the page itself goes
        // unanswered: a map that still loads asks for its worker, and its notice would cover this one.
        const asksForPage = (request: Request): boolean =>
          request.method() === 'HEAD' &&
          new URL(request.url()).pathname === new URL(page.url()).pathname;
        await page.route('**/*', (route) =>
          asksForPage(route.request()) ? route.abort() : route.fallback(),
        );
        await notices.getByRole('button', { name: en.faults.tryAgain }).click();
        await notices.getByText(en.faults.sentence({ kind: 'page-unreachable' })).waitFor();
        expect(await reader.countSentence.innerText()).toBe(sentence);

        await page.unroute('**/*');
        await page.unroute(part);
        await notices.getByRole('button', { name: en.faults.tryAgain }).click();
        await notices
          .getByText(en.faults.sentence({ kind: 'page-unreachable' }))
          .waitFor({ state: 'detached' });
        await reader.countSentence.waitFor();
        await expect.poll(() => reader.countSentence.innerText()).toBe(sentence);
        if (!isOfMap) await reader.putsTheMissingMapAway();
        await asks(reader);
        if (isOfMap) await reader.seesDrawnMarks();
        else await page.locator('dialog[open]').waitFor();
        expect(await notices.getByRole('button').count()).toBe(0);
      },
    )();
  });

  it.each([
    ['once the map is drawn, and once more', 2],
    ['while the map that came back is still loading', 0],
  ])(
    'shows base map, marks and labels again after the graphics card dropped the map: %s',
    (_, times) =>
      reads({ reducedMotion: true, viewport: { width: 1280, height: 800 } }, async (reader) => {
        const { page } = reader;
        await reader.opensTheMap();
        const drawn = await reader.mapPicture();
        const lose = (): Promise<void> =>
          page.evaluate(() => {
            const loss = document
              .querySelector('canvas')
              ?.getContext('webgl2')
              ?.getExtension('WEBGL_lose_context');
            Object.assign(window, { giveBack: () => loss?.restoreContext() });
            loss?.loseContext();
          });
        const notice = page.getByText(en.faults.sentence({ kind: 'map-lost' }));
        if (times === 0) {
          await lose();
          await notice.waitFor();
          // The style that MapLibre restores loads in the next frame: this is before it.
          await page.evaluate(async () => {
            const canvas = document.querySelector('canvas');
            const isBack = new Promise((resolve) => {
              canvas?.addEventListener('webglcontextrestored', resolve, { once: true });
            });
            (window as unknown as { giveBack: () => void }).giveBack();
            await isBack;
            canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
          });
          await page.evaluate('giveBack()');
          await notice.waitFor({ state: 'detached' });
        }
        for (let time = 0; time < times; time++) {
          await lose();
          await notice.waitFor();
          await page.evaluate('giveBack()');
          await notice.waitFor({ state: 'detached' });
          await expect.poll(() => reader.differenceFrom(drawn)).toBeLessThan(0.01);
        }
        await reader.seesDrawnMarks();
        await expect.poll(() => reader.differenceFrom(drawn)).toBeLessThan(0.01);
      })(),
  );
});
