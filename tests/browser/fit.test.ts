/** What the map shows at first of a file, and how far it zooms in. Every row is made up. */
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { DESKTOP, PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { exactly } from './words.ts';

const { reads } = stage();

const DEVICES = [
  ['a desktop', { viewport: DESKTOP }],
  ['a phone', { viewport: PHONE, touch: true }],
] as const;

type Row = readonly [lat: number, lon: number];

const csv = (rows: readonly Row[]): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'made-up.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'id,date,lat,lon,kind',
      ...rows.map(([lat, lon], i) =>
        [i, '2031-05-03', lat.toFixed(6), lon.toFixed(6), 'Made up'].join(','),
      ),
    ].join('\n'),
  ),
});

/** A block of houses, 20 m from one to the next. */
const BLOCK = Array.from({ length: 64 }, (_, i): Row => [
  31.500003 + (i % 8) * 0.0002,
  34.450007 + Math.floor(i / 8) * 0.0002,
]);
const FAR: Row = [10.123456, -120.654321];

async function opens(reader: Reader, rows: readonly Row[]): Promise<void> {
  await reader.opens();
  await reader.uses(en.shell.buttons.openFile);
  await reader.page.locator('dialog[open] input[type=file]').setInputFiles(csv(rows));
  const confirm = reader.button(en.ownFiles.columns.confirm);
  await confirm.click();
  await reader.seesCount({ certain: rows.length, possible: 0 });
  if ((await reader.panel.count()) > 0)
    await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
  await reader.notices.getByRole('button', { name: en.faults.dismiss }).click();
}

const zoomOf = ({ page }: Reader): number =>
  Number(new URL(page.url()).searchParams.get('map')?.split('/')[0]);

const drawn = (reader: Reader) =>
  expect.poll(() => reader.drawnMarks(), { timeout: 20_000, interval: 300 });

describe('the first view of a file', () => {
  it.each(DEVICES)(
    'is not moved by one wrong row, which is announced and shown on request on %s',
    (_, device) =>
      reads({ ...device, reducedMotion: true }, async (reader) => {
        await opens(reader, [...BLOCK, FAR]);
        const note = reader.button(en.ownFiles.outsideView(1));
        await note.waitFor();
        await drawn(reader).toSatisfy(({ of }: { of: number }) => of > 0);
        // In the free part of the map, on nothing that can be pressed.
        expect(
          await note.evaluate((element) => {
            const { left, top, width, height } = element.getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2) === element;
          }),
        ).toBe(true);
        await reader.findsNoBarrier();
        await note.press('Enter');
        await expect.poll(() => zoomOf(reader)).toBeLessThan(4);
        await expect.poll(() => note.count()).toBe(0);
        await expect.poll(() => reader.marks.count()).toBe(2);
        await reader.button(en.shell.buttons.home).click();
        await note.waitFor();
      })(),
  );

  it('lies across the antimeridian, with every mark in view', () =>
    reads({ viewport: DESKTOP, reducedMotion: true }, async (reader) => {
      await opens(reader, [
        [-17.123456, 179.2],
        [-16.5, -179.9],
        [-17.8, 178.4],
        [-18.1, -178.8],
      ]);
      await drawn(reader).toEqual({ drawn: 4, of: 4 });
    })());
});

describe('the closest view', () => {
  it.each(DEVICES)('separates the rows of a file that are located to a metre, on %s', (_, device) =>
    reads({ ...device, reducedMotion: true }, async (reader) => {
      await opens(reader, BLOCK);
      const zoomIn = reader.button(exactly(en.map.zoomIn));
      await expect
        .poll(
          async () => {
            await zoomIn.click();
            return zoomOf(reader);
          },
          { timeout: 30_000, interval: 400 },
        )
        .toBe(17);
      await zoomIn.click();
      await reader.page.getByLabel(en.map.label).press('+');
      await drawn(reader).toSatisfy(
        ({ drawn: seen, of }: { drawn: number; of: number }) => of > 9 && seen === of,
      );
      expect(zoomOf(reader)).toBe(17);
      const radii = await reader.marks.evaluateAll((marks) =>
        marks.map((mark) => Number(mark.getAttribute('data-radius'))),
      );
      // Each is a mark of one.
      expect(new Set(radii).size).toBe(1);
    })(),
  );

  it('is that of a kilometre for our own records, also where a link asks for a closer one', () =>
    reads({ viewport: DESKTOP, reducedMotion: true }, async (reader) => {
      await reader.opens('?map=15.00/36.1900/44.0100');
      await reader.page.getByLabel(en.map.label).press('+');
      await expect.poll(() => zoomOf(reader)).toBe(11);
    })());
});
