/** Real tiles of Chicago in renamed schemas; see `street-archives`. */
import type { Page, Route } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { STREET_SCHEMAS } from '../../src/core/model/street-map.ts';
import { words as en } from '../../src/i18n/words.ts';
import {
  otherArchive,
  pictureArchive,
  PICTURE_COLOR,
  streetArchive,
} from '../street-maps/street-archives.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';

const { reads, readsOnOneMap } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });

const { streetMaps } = en.ownFiles;
const NAME = 'chicago.pmtiles';
const ADDRESS = `http://maps.example/${NAME}`;

type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of `tokens.css` that only streets have, or that nothing else has in Chicago. */
const LIGHT = {
  mainRoad: [0xf8, 0xec, 0xcf],
  road: [0xfd, 0xfb, 0xf6],
  green: [0xdf, 0xe4, 0xd0],
  water: [0xcf, 0xdf, 0xe6],
} as const satisfies Readonly<Record<string, Rgb>>;
const LIGHT_NAME: Rgb = [0x3f, 0x3b, 0x31];
const DARK_MAIN_ROAD: Rgb = [0x4a, 0x4a, 0x44];

/** Of colours that are nearly the same. */
const ROUNDING = 4;
/** Thin letters are paler than their colour. */
const THINNESS = 160;
/** A part of the map in which no line of credits or scale is written. */
const MIDDLE = { left: 350, right: 1040, top: 120, bottom: 600 };

/** The share of a picture that has a colour. */
function shareOf({ data }: PNG, [red, green, blue]: Rgb, tolerance = ROUNDING): number {
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4) {
    const far =
      Math.abs((data[i] ?? 0) - red) +
      Math.abs((data[i + 1] ?? 0) - green) +
      Math.abs((data[i + 2] ?? 0) - blue);
    if (far <= tolerance) pixels++;
  }
  return (4 * pixels) / data.length;
}

async function sees(reader: Reader, color: Rgb, isThere = true): Promise<void> {
  const message = `the colour ${color.join()}`;
  const share = expect.poll(async () => shareOf(await reader.mapPicture(), color), { message });
  await (isThere ? share.toBeGreaterThan(0.0005) : share.toBeLessThan(0.0001));
}

function middleOf(picture: PNG): PNG {
  const { left, right, top, bottom } = MIDDLE;
  const middle = new PNG({ width: right - left, height: bottom - top });
  PNG.bitblt(picture, middle, left, top, middle.width, middle.height);
  return middle;
}

async function seesNames(reader: Reader, areThere = true): Promise<void> {
  const share = expect.poll(
    async () => shareOf(middleOf(await reader.mapPicture()), LIGHT_NAME, THINNESS),
    { message: 'names of streets' },
  );
  await (areThere ? share.toBeGreaterThan(0.001) : share.toBeLessThan(0.0001));
}

async function opens(reader: Reader, buffer: Buffer, name = NAME): Promise<void> {
  await reader.uses(en.shell.buttons.openFile);
  const input = reader.page.locator('dialog[open] input[type=file]');
  await input.setInputFiles([{ name, mimeType: 'application/octet-stream', buffer }]);
}

const row = (reader: Reader) => reader.layer(streetMaps.name(NAME));

async function looksAt(reader: Reader): Promise<void> {
  await reader.button(streetMaps.lookAtOf(NAME)).click();
}

async function closes(reader: Reader): Promise<void> {
  await reader.button(streetMaps.closeOf(NAME)).click();
  await row(reader).waitFor({ state: 'detached' });
}

/** Answers as a server that sends parts of files, or only whole ones. */
async function serves(page: Page, bytes: Buffer, sendsParts = true): Promise<readonly string[]> {
  const ranges: string[] = [];
  await page.route(`**/${NAME}`, (route: Route) => {
    const { range } = route.request().headers();
    ranges.push(range ?? 'whole');
    const [, first = '0', last = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    const headers = { 'access-control-allow-origin': '*' };
    return sendsParts && range !== undefined
      ? route.fulfill({
          status: 206,
          headers,
          body: bytes.subarray(Number(first), Number(last) + 1),
        })
      : route.fulfill({ status: 200, headers, body: bytes });
  });
  return ranges;
}

describe('a street map of the reader', () => {
  it.each(STREET_SCHEMAS)(
    'opens in the schema %s: drawn with names, credited, switched and closed',
    (schema) =>
      readsOnOneMap('', async (reader) => {
        await opens(reader, streetArchive(schema));
        await reader.button(en.faults.showStreetMap).click();
        for (const color of Object.values(LIGHT)) await sees(reader, color);
        await seesNames(reader);
        const credit = reader.page.getByRole('link', { name: '© OpenStreetMap contributors' });
        expect(await credit.getAttribute('href')).toBe('https://www.openstreetmap.org/copyright');
        await reader.findsNoBarrier();

        await row(reader).click();
        await sees(reader, LIGHT.mainRoad, false);
        await seesNames(reader, false);
        await credit.waitFor({ state: 'detached' });
        await row(reader).click();
        await sees(reader, LIGHT.mainRoad);
        await closes(reader);
        await sees(reader, LIGHT.mainRoad, false);
        await seesNames(reader, false);
        await credit.waitFor({ state: 'detached' });
      })(),
  );

  it(
    'opens as pictures, which are as they are',
    readsOnOneMap('', async (reader) => {
      await opens(reader, pictureArchive());
      await looksAt(reader);
      const share = expect.poll(async () => shareOf(await reader.mapPicture(), PICTURE_COLOR));
      await share.toBeGreaterThan(0.5);
      await closes(reader);
    }),
  );

  it(
    'in a schema that is not known is refused in words, and the outlines stay',
    readsOnOneMap('', async (reader) => {
      await reader.seesDrawnMarks();
      await opens(reader, otherArchive());
      const failure = { kind: 'bad-street-map', file: NAME, issue: 'schema' } as const;
      await reader.notices.getByText(en.faults.sentence(failure)).waitFor();
      expect(await row(reader).count()).toBe(0);
      await reader.button(en.faults.dismiss).click();
    }),
  );

  it(
    'whose tiles cannot be read later is reported once',
    readsOnOneMap('', async (reader) => {
      const archive = streetArchive('protomaps');
      // All tiles, which are at the end, are no gzip any more; the header and the layers are good.
      archive.fill(0, archive.length - 50_000);
      await opens(reader, archive);
      await looksAt(reader);
      const failed = en.faults.sentence({ kind: 'street-map-failed', file: NAME });
      await reader.notices.getByText(failed).waitFor();
      await reader.button(en.faults.dismiss).first().click();
      await closes(reader);
    }),
  );

  it(
    'is drawn in dark colours, also when the theme changes',
    reads({ reducedMotion: true, colorScheme: 'dark' }, async (reader) => {
      await reader.opensTheMap();
      await opens(reader, streetArchive('shortbread'));
      await looksAt(reader);
      await sees(reader, DARK_MAIN_ROAD);
      await reader.findsNoBarrier();
      await reader.page.emulateMedia({ colorScheme: 'light' });
      await sees(reader, LIGHT.mainRoad);
      await seesNames(reader);
    }),
  );

  it(
    'is kept on the device on request, opens again with the page, and is removed',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      await opens(reader, streetArchive('openmaptiles'));
      const keep = reader.button(streetMaps.keepOf(NAME));
      await keep.click();
      await expect.poll(() => keep.getAttribute('aria-pressed')).toBe('true');
      await reader.opensWithoutMap();
      await row(reader).waitFor();
      await expect.poll(() => keep.getAttribute('aria-pressed')).toBe('true');
      await closes(reader);
      await reader.opensWithoutMap();
      // A kept file that comes after it would open before this one.
      await opens(reader, streetArchive('openmaptiles'), 'other.pmtiles');
      await reader.layer(streetMaps.name('other.pmtiles')).waitFor();
      expect(await row(reader).count()).toBe(0);
    }),
  );
});

describe('a street map of the web', () => {
  it(
    'opens by its parts from a link in the page’s address, once the reader agrees',
    readsWithoutMap({ mayAsk: ADDRESS }, async (reader) => {
      const ranges = await serves(reader.page, streetArchive('protomaps'));
      await reader.opens(`?data=${encodeURIComponent(ADDRESS)}`);
      const allow = reader.button(en.ownFiles.asking.allow);
      await allow.waitFor();
      expect(ranges).toEqual([]);
      await allow.click();
      // The list stands in for the map, and lies where the key is.
      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      await row(reader).waitFor();
      expect(ranges.length).toBeGreaterThan(1);
      for (const range of ranges) expect(range).toMatch(/^bytes=/);
      expect(await reader.button(streetMaps.keepOf(NAME)).count()).toBe(0);
    }),
  );

  it(
    'comes as a whole from a server that sends no parts, and can then be kept',
    readsWithoutMap({ mayAsk: ADDRESS }, async (reader) => {
      const ranges = await serves(reader.page, streetArchive('protomaps'), false);
      await reader.opens(`?data=${encodeURIComponent(ADDRESS)}`);
      await reader.button(en.ownFiles.asking.allow).click();
      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      await row(reader).waitFor();
      expect(ranges.at(-1)).toBe('whole');
      await reader.button(streetMaps.keepOf(NAME)).waitFor();
    }),
  );

  it(
    'is there from the start where the editor has set it, without a notice',
    reads({ reducedMotion: true }, async (reader) => {
      await serves(reader.page, streetArchive('shortbread'));
      await reader.page.route('**/dataset.json', async (route) => {
        const response = await route.fetch();
        const dataset = (await response.json()) as object;
        await route.fulfill({ response, json: { ...dataset, base_map: NAME } });
      });
      await reader.opensTheMap();
      await row(reader).waitFor();
      await looksAt(reader);
      await sees(reader, LIGHT.mainRoad);
      expect(await reader.notices.getByText(NAME).count()).toBe(0);
    }),
  );
});
