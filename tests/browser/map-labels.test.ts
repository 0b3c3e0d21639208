/** The names on the map here are real words, but their places are made up. */
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { mapOnly } from './archive-of-names.ts';
import { inkOf, likeness, type Ink } from './ink.ts';
import { DESKTOP, PHONE } from './reader.ts';
import { stage } from './stage.ts';

const { reads } = stage();

const VIEWPORT = { width: 800, height: 600 };
const PIXEL_RATIO = 3;
/** A view without marks. */
const CAMERA = { zoom: 9, lat: 30, lon: 45 };
const WORDS = ['هەولێر', 'سلێمانی', 'کڕین', 'هەڵەبجە', 'ھەولێر', 'السليمانية', 'ښځې'];
const ROOM = { width: 110, height: 34 };
/** Joined words reach 0.57 or more, being drawn thinner; unjoined ones 0.21 to 0.41. */
const MIN_LIKENESS = 0.5;

/** CSS pixels from the middle of the map, where the point of each word is. */
const places = WORDS.map((_, i) => ({ x: i % 2 === 0 ? -140 : 40, y: (i >> 1) * 50 - 60 }));

/** The position that many pixels from the camera's centre, by the Web Mercator projection. */
function positionAt({ x, y }: { readonly x: number; readonly y: number }): [number, number] {
  const world = 512 * 2 ** CAMERA.zoom;
  const northing = Math.asinh(Math.tan((CAMERA.lat * Math.PI) / 180)) - (2 * Math.PI * y) / world;
  return [CAMERA.lon + (360 * x) / world, (Math.atan(Math.sinh(northing)) * 180) / Math.PI];
}

/** The words of `places`, on a map without anything else. */
async function blankMapWithWords(page: Page): Promise<void> {
  await page.route('**/basemap/governorates.json', (route) =>
    route.fulfill({ json: { type: 'FeatureCollection', features: [] } }),
  );
  const words = WORDS.map((name, i) => {
    const [lon, lat] = positionAt(places[i] ?? { x: 0, y: 0 });
    return { lon, lat, properties: { rank: 1, name, min_zoom: 3 } };
  });
  await mapOnly(page, words);
}

const inkIn = async (page: Page, x: number, y: number): Promise<Ink> =>
  inkOf(PNG.sync.read(await page.screenshot({ clip: { x, y, ...ROOM } })));

/** The colour of the names on the map, in light. */
const LABEL = [0x3f, 0x3b, 0x31] as const;

/** The box of all pixels of that colour; undefined when there are none. */
function boxOfLabels({ width, height, data }: PNG): readonly number[] | undefined {
  const found: { x: number; y: number }[] = [];
  for (let i = 0; i < width * height; i++) {
    const isLabel = LABEL.every(
      (part, channel) => Math.abs((data[4 * i + channel] ?? 0) - part) < 3,
    );
    if (isLabel) found.push({ x: i % width, y: Math.floor(i / width) });
  }
  if (found.length === 0) return undefined;
  const [columns, lines] = [found.map(({ x }) => x), found.map(({ y }) => y)];
  return [Math.min(...columns), Math.max(...columns), Math.min(...lines), Math.max(...lines)];
}

/** A map that names the largest city only, in signs wide enough to have pixels of one colour. */
const onlyIrbil = (page: Page): Promise<void> =>
  mapOnly(page, [
    { lon: 44.012, lat: 36.183, properties: { rank: 1, name: '•••••', min_zoom: 3 } },
  ]);

/** The whole period, a day without a mark on the city, and two weeks from the first day on. */
const WINDOWS = [
  '',
  '?from=2026-03-05&to=2026-03-06',
  '?from=2026-02-28&to=2026-03-14&mode=cumulative',
];

describe('the largest city', () => {
  it.each([
    ['a desktop', { viewport: DESKTOP }, WINDOWS],
    ['a phone', { viewport: PHONE }, WINDOWS.slice(0, 2)],
    ['a phone on its side', { viewport: { width: 844, height: 390 } }, WINDOWS.slice(0, 2)],
  ])(
    'has its name at the same position next to its mark, and nearer to its dot on a day without one, on %s',
    (_, device, windows) =>
      reads({ ...device, reducedMotion: true, prepare: onlyIrbil }, async (reader) => {
        const boxes: unknown[] = [];
        for (const window of windows) {
          await reader.opens(window);
          await reader.page.locator('.map.is-drawn').waitFor();
          await expect
            .poll(async () => boxOfLabels(await reader.mapPicture()), { timeout: 20_000 })
            .toBeDefined();
          boxes.push(boxOfLabels(await reader.mapPicture()));
        }
        // The name was placed outside of the largest mark; `near-names.test.ts` says how near it is now.
        const [whole, day, ...others] = boxes;
        expect(day).not.toEqual(whole);
        expect(others).toEqual(others.map(() => whole));
      })(),
  );
});

describe('labels of the map', () => {
  it(
    'join the letters of Kurdish and its neighbours as the browser itself does',
    reads(
      {
        viewport: VIEWPORT,
        pixelRatio: PIXEL_RATIO,
        reducedMotion: true,
        prepare: blankMapWithWords,
      },
      async (reader) => {
        const { page } = reader;
        await reader.opens(`?map=${[CAMERA.zoom, CAMERA.lat, CAMERA.lon].join('/')}`);
        await page.locator('.map.is-drawn').waitFor();
        // Only the map may lie where the words are looked for.
        await page.evaluate(() => {
          for (const part of document.querySelectorAll<HTMLElement>('body *'))
            if (!part.closest('.map') && !part.querySelector('.map')) part.style.display = 'none';
        });
        const onMap = (i: number) => {
          const { x, y } = places[i] ?? { x: 0, y: 0 };
          return inkIn(page, VIEWPORT.width / 2 + x + 5, VIEWPORT.height / 2 + y - ROOM.height / 2);
        };

        await expect.poll(async () => (await onMap(0)).width).toBeGreaterThan(0);
        const drawn: Ink[] = [];
        for (const i of WORDS.keys()) drawn.push(await onMap(i));
        await page.evaluate(
          ([words, { width, height }]) => {
            document.body.replaceChildren();
            words.forEach((word, i) => {
              const written = document.body.appendChild(document.createElement('p'));
              written.textContent = word;
              Object.assign(written.style, {
                position: 'absolute',
                insetBlockStart: `${i * height}px`,
                insetInlineStart: '0',
                margin: '0',
                width: `${width}px`,
                background: 'white',
                color: 'black',
                font: `14px/${height}px "Dateline Arabic"`,
                textAlign: 'center',
              });
            });
          },
          [WORDS, ROOM] as const,
        );
        const alike = [];
        for (const [i, word] of WORDS.entries())
          alike.push([
            word,
            likeness(drawn[i] ?? inkOf(new PNG()), await inkIn(page, 0, i * ROOM.height)),
          ]);
        expect(alike.filter(([, part]) => Number(part) < MIN_LIKENESS)).toEqual([]);
      },
    ),
  );
});
