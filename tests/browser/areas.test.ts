/** Areas drawn on the map by mouse, touch and keys; their counts are counted here from the file, with Turf. */
import { readFileSync } from 'node:fs';
import { booleanIntersects, booleanPointInPolygon, circle, distance } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import { PHONE, type Reader } from './reader.ts';
import { stage } from './stage.ts';
import { records, type PublishedRecord, type Told } from './told-by-data.ts';
import { countIn, starting } from './words.ts';

const { reads, readsOnOneMap, another } = stage({ pixels: false });
const text = en.areas;

type Outline = {
  readonly properties: { readonly name: string };
  readonly geometry: Polygon | MultiPolygon;
};
const outlines = (
  JSON.parse(
    readFileSync(new URL('../../geodata/basemap/governorates.json', import.meta.url), 'utf8'),
  ) as { readonly features: readonly Outline[] }
).features;

const incidents = records.filter(({ kind }) => kind === 'incident');

/** Of a place that is only an area. */
const outlineOf = ({ precision, governorate, name }: PublishedRecord['place']) => {
  const area = precision === 'governorate' ? governorate : name;
  return outlines.find(({ properties }) => properties.name === area)?.geometry;
};

const RADIUS_KM: Readonly<Record<string, number>> = { site: 1.5, town: 5, district: 20 };

/** What an address says of an area: its corners, or a middle and a radius. */
type Drawn =
  | { readonly kind: 'circle'; readonly middle: Position; readonly km: number }
  | { readonly kind: 'ring'; readonly ring: readonly Position[] };

function drawnIn(address: string): readonly Drawn[] {
  const [, inside = ''] = /filter=area\(([^)]*)\)/.exec(decodeURIComponent(address)) ?? [];
  return inside.split(',').map((one): Drawn => {
    const [kind = '', values = ''] = one.split(':');
    const numbers = values.split('~2c.').map(Number);
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    if (kind === 'circle') return { kind, middle: [a, b], km: c };
    if (kind === 'box')
      return {
        kind: 'ring',
        ring: [
          [a, b],
          [c, b],
          [c, d],
          [a, d],
        ],
      };
    const ring = Array.from({ length: numbers.length / 2 }, (_, i): Position => [
      numbers[2 * i] ?? 0,
      numbers[2 * i + 1] ?? 0,
    ]);
    return { kind: 'ring', ring };
  });
}

const polygonOf = (area: Drawn): Polygon =>
  area.kind === 'circle'
    ? circle([...area.middle], area.km, { steps: 720 }).geometry
    : { type: 'Polygon', coordinates: [[...area.ring, ...area.ring.slice(0, 1)]] };

/** Of so small an area, straight lines on the map and on the ground are a few metres apart. */
function kmToBorder(area: Drawn, at: Position): number {
  if (area.kind === 'circle') return Math.abs(distance([...area.middle], at) - area.km);
  const ways = area.ring.flatMap(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = area.ring[(i + 1) % area.ring.length] ?? [];
    return Array.from({ length: 2_000 }, (_, step) =>
      distance(at, [x + ((nextX - x) * step) / 2_000, y + ((nextY - y) * step) / 2_000]),
    );
  });
  return Math.min(...ways);
}

function isIn(area: Drawn, { place }: PublishedRecord): 'yes' | 'possibly' | 'no' {
  const polygon = polygonOf(area);
  const radius = RADIUS_KM[place.precision];
  if (radius === undefined) {
    const outline = outlineOf(place);
    if (!outline) return 'possibly';
    const corners = (
      outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
    ).flat();
    if (corners.every((corner) => booleanPointInPolygon(corner, polygon))) return 'yes';
    return booleanIntersects(outline, polygon) ? 'possibly' : 'no';
  }
  const at: Position = [place.lon, place.lat];
  if (kmToBorder(area, at) <= radius) return 'possibly';
  return booleanPointInPolygon(at, polygon) ? 'yes' : 'no';
}

function toldInAreas(areas: readonly Drawn[]): Told {
  const told = { certain: 0, possible: 0 };
  for (const record of incidents) {
    const found = areas.map((area) => isIn(area, record));
    if (found.includes('yes')) told.certain++;
    else if (found.includes('possibly')) told.possible++;
  }
  return told;
}

const area = (reader: Reader) => reader.page.locator('.area-fields');
const tool = (reader: Reader, name: keyof typeof text.tools) =>
  area(reader).getByRole('button', { name: text.tools[name], exact: true });
const surface = (reader: Reader) => reader.page.getByRole('application');
const shapes = (reader: Reader) => area(reader).getByRole('list', { name: text.list });

/** Opens the filters, unless a journey before has. */
async function opensAreas(reader: Reader): Promise<void> {
  const { page } = reader;
  const fold = page.locator('summary', { has: page.getByText(text.title, { exact: true }) });
  if ((await fold.count()) === 0) await reader.button(starting(en.shell.buttons.filter(0))).click();
  await fold.waitFor();
  if (!(await tool(reader, 'box').isVisible())) await fold.click();
  await tool(reader, 'box').waitFor();
}

/** Without an area of the journey before. */
async function beginsAnew(reader: Reader): Promise<void> {
  await opensAreas(reader);
  const removes = shapes(reader).getByRole('button', { name: starting(text.remove('')) });
  for (let left = await removes.count(); left > 0; left--) await removes.first().click();
  await shapes(reader).waitFor({ state: 'detached' });
  await expect.poll(() => reader.page.url()).not.toContain('filter=');
}

async function begins(reader: Reader, name: keyof typeof text.tools): Promise<void> {
  await tool(reader, name).click();
  await surface(reader).waitFor();
}

/** The count over the filters is what the file says of the areas in the address. */
async function seesItsAreas(reader: Reader, count: number): Promise<Told> {
  await surface(reader).waitFor({ state: 'detached' });
  await expect.poll(() => drawnIn(reader.page.url()).length, { timeout: 10_000 }).toBe(count);
  const told = toldInAreas(drawnIn(reader.page.url()));
  await expect.poll(() => filtered(reader)).toEqual(told);
  return told;
}
/** The same, while the last of the areas is changed on the map. */
async function seesEdited(reader: Reader, count = 1): Promise<readonly Drawn[]> {
  await seesItsAreas(reader, count);
  return drawnIn(reader.page.url());
}

const edit = (reader: Reader) =>
  shapes(reader).getByRole('button', { name: starting(text.editing.beginLabel('')) });
const handle = (reader: Reader, name: string | RegExp) =>
  reader.page
    .getByRole('list', { name: starting(text.editing.label('')) })
    .getByRole('button', { name, exact: true });

async function edits(reader: Reader): Promise<void> {
  await edit(reader).click();
  await reader.page.locator('[data-handle]:focus').waitFor();
}

async function mouseDrags(reader: Reader, one: Locator): Promise<void> {
  const { mouse } = reader.page;
  const { x, y } = await reader.placeOf(one);
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + 60, y + 10, { steps: 3 });
  await mouse.up();
}

const smallestSide = async (one: Locator): Promise<number> => {
  const { width = 0, height = 0 } = (await one.boundingBox()) ?? {};
  return Math.min(width, height);
};

function cornersIn(reader: Reader): readonly Position[] {
  const [area] = drawnIn(reader.page.url());
  return area?.kind === 'ring' ? area.ring : [];
}

const filtered = async (reader: Reader): Promise<Told> =>
  countIn(await reader.page.locator('h2[tabindex="-1"]').first().innerText());

describe('an area on the map', () => {
  it(
    'is a circle that a mouse drags',
    readsOnOneMap(undefined, async (reader) => {
      await beginsAnew(reader);
      await begins(reader, 'circle');
      const { mouse } = reader.page;
      await mouse.move(800, 400);
      await mouse.down();
      await mouse.move(860, 440, { steps: 4 });
      await expect.poll(() => surface(reader).innerText()).toMatch(/^\d+(?:\.\d)? km$/);
      await mouse.move(900, 450, { steps: 2 });
      await mouse.up();
      const told = await seesItsAreas(reader, 1);
      expect(told.certain).toBeGreaterThan(5);
      expect(told.possible).toBeGreaterThan(5);
      // Neither has it moved the map, nor opened a mark.
      expect(reader.page.url()).not.toMatch(/map=|id=|group=/);
    }),
  );

  it(
    'has handles on the map that a mouse drags, and Escape restores it',
    readsOnOneMap(undefined, async (reader) => {
      const { mouse, keyboard } = reader.page;
      const before = drawnIn(reader.page.url());
      await edits(reader);
      await reader.findsNoBarrier();
      const [edge, middle] = [
        handle(reader, starting(text.editing.handle.edge(''))),
        handle(reader, text.editing.handle.middle),
      ];
      expect(await smallestSide(middle)).toBeGreaterThanOrEqual(24);
      const { x, y } = await reader.placeOf(middle);
      await mouse.move(x + 3, y + 2);
      await mouse.down();
      const placed = await middle.getAttribute('style');
      await mouse.move(x + 6, y + 4, { steps: 3 });
      // A press that shakes has not dragged.
      expect(await middle.getAttribute('style')).toBe(placed);
      await mouse.move(x - 57, y + 42, { steps: 4 });
      // Counts follow before the handle is let go, and the address waits.
      await expect.poll(async () => (await filtered(reader)).certain).not.toBe(incidents.length);
      expect(drawnIn(reader.page.url())).toEqual(before);
      await mouse.up();
      await expect.poll(() => drawnIn(reader.page.url())).not.toEqual(before);
      const [moved] = await seesEdited(reader);
      expect(moved).toMatchObject({ kind: 'circle', km: (before[0] as { km: number }).km });
      const at = await reader.placeOf(edge);
      await mouse.move(at.x, at.y);
      await mouse.down();
      await mouse.move(at.x + 50, at.y - 60, { steps: 3 });
      await mouse.up();
      await expect.poll(() => drawnIn(reader.page.url())).not.toEqual([moved]);
      await seesEdited(reader);
      expect(reader.page.url()).not.toMatch(/map=|id=|group=/);
      await keyboard.press('Escape');
      await edge.waitFor({ state: 'detached' });
      await edit(reader).and(reader.page.locator(':focus')).waitFor();
      await expect.poll(() => drawnIn(reader.page.url())).toEqual(before);
      await seesItsAreas(reader, 1);
    }),
  );

  it(
    'can be changed by its numbers, and removed',
    readsOnOneMap(undefined, async (reader) => {
      await shapes(reader).locator('summary').click();
      await area(reader).getByLabel(text.fields.radius).fill('30');
      await reader.page.keyboard.press('Tab');
      await expect.poll(() => reader.page.url()).toMatch(/~2c\.30\)/);
      await seesItsAreas(reader, 1);
      await area(reader).getByLabel(text.fields.lat).fill('99');
      await reader.page.keyboard.press('Tab');
      await area(reader).getByText(text.invalid).waitFor();
      await reader.findsNoBarrier();
      await shapes(reader)
        .getByRole('button', { name: starting(text.remove('')) })
        .click();
      await expect.poll(() => reader.page.url()).not.toContain('filter=');
      await expect.poll(() => filtered(reader)).toEqual({ certain: incidents.length, possible: 0 });
    }),
  );

  it(
    'is a polygon that clicks set, and that its first corner finishes over a mark',
    readsOnOneMap(undefined, async (reader) => {
      await beginsAnew(reader);
      const { mouse } = reader.page;
      const irbil = await reader.placeOf(reader.marks.first());
      await begins(reader, 'polygon');
      for (const [x, y] of [
        [irbil.x, irbil.y],
        [880, 300],
        [860, 480],
        [700, 470],
      ] as const)
        await mouse.click(x, y);
      await mouse.click(irbil.x + 2, irbil.y + 1);
      await seesItsAreas(reader, 1);
      expect(reader.page.url()).not.toMatch(/map=|id=|group=/);
    }),
  );

  it(
    'has corners that a mouse adds and keys move and remove',
    readsOnOneMap(undefined, async (reader) => {
      const { mouse, keyboard } = reader.page;
      await edits(reader);
      const before = cornersIn(reader);
      const between = handle(reader, en.areas.editing.handle.between(2, 3));
      const { x, y } = await reader.placeOf(between);
      await mouse.move(x, y);
      await mouse.down();
      await mouse.move(x + 60, y, { steps: 3 });
      await mouse.up();
      await expect.poll(() => cornersIn(reader).length).toBe(before.length + 1);
      await seesEdited(reader);
      const [, , added] = cornersIn(reader);
      // What was dragged is a corner now, and has the focus.
      const corner = handle(reader, text.fields.corner(3)).and(reader.page.locator(':focus'));
      await corner.waitFor();
      for (const key of ['ArrowUp', 'Shift+ArrowLeft']) await keyboard.press(key);
      await expect.poll(() => cornersIn(reader)[2]?.[0]).toBeLessThan(added?.[0] ?? NaN);
      expect(cornersIn(reader)[2]?.[1]).toBeGreaterThan(added?.[1] ?? NaN);
      await reader.page
        .getByRole('status')
        .filter({ hasText: text.shapes.polygon(before.length + 1) })
        .waitFor();
      await seesEdited(reader);
      await keyboard.press('Delete');
      await expect.poll(() => cornersIn(reader)).toEqual(before);
      await handle(reader, text.fields.corner(2)).and(reader.page.locator(':focus')).waitFor();
      await reader.button(en.areas.editing.done).click();
      await edit(reader).and(reader.page.locator(':focus')).waitFor();
      await seesItsAreas(reader, 1);
    }),
  );

  it(
    'keeps the focus on its handles where Back takes a change back',
    readsOnOneMap(undefined, async (reader) => {
      const { keyboard } = reader.page;
      const focused = reader.page.locator('[data-handle]:focus');
      await edits(reader);
      const before = cornersIn(reader);
      const handles = await reader.page.locator('[data-handle]').count();
      const corner = handle(reader, text.fields.corner(2));
      const place = await reader.placeOf(corner);
      await mouseDrags(reader, corner);
      await expect.poll(() => cornersIn(reader)).not.toEqual(before);
      await reader.page.goBack();
      await expect.poll(() => cornersIn(reader)).toEqual(before);
      await expect.poll(() => reader.placeOf(corner)).toEqual(place);
      await corner.and(focused).waitFor();
      // A new corner goes again: its place is next to others.
      await mouseDrags(reader, handle(reader, text.editing.handle.between(2, 3)));
      await expect.poll(() => cornersIn(reader).length).toBe(before.length + 1);
      await focused.waitFor();
      await reader.page.goBack();
      await expect.poll(() => cornersIn(reader)).toEqual(before);
      // The address is as before at once, and the page after it.
      await expect.poll(() => reader.page.locator('[data-handle]').count()).toBe(handles);
      await focused.waitFor();
      await keyboard.press('Escape');
      await seesItsAreas(reader, 1);
    }),
  );

  it(
    'joins the other areas, and a link restores them',
    readsOnOneMap(undefined, async (reader) => {
      await begins(reader, 'box');
      const { mouse } = reader.page;
      await mouse.click(420, 60);
      await mouse.click(620, 220);
      const told = await seesItsAreas(reader, 2);
      const other = await another({ reducedMotion: true });
      // The filters, which are open in the link too, are in the place of the masthead.
      await other.goes(new URL(reader.page.url()).search);
      await expect.poll(() => filtered(other), { timeout: 30_000 }).toEqual(told);
      await shapes(other).getByRole('listitem').nth(1).waitFor();
      await other.seesTheMap();
      await other.leaves();
    }),
  );

  it(
    'is drawn by keys alone',
    readsOnOneMap(undefined, async (reader) => {
      const { keyboard } = reader.page;
      await beginsAnew(reader);
      await tool(reader, 'polygon').focus();
      await keyboard.press('Enter');
      await surface(reader).and(reader.page.locator(':focus')).waitFor();
      const press = async (...keys: readonly string[]): Promise<void> => {
        for (const key of keys) await keyboard.press(key);
      };
      await press('Shift+ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter');
      await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter', 'Backspace');
      await press('ArrowRight', 'Enter', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter');
      await reader.findsNoBarrier();
      await reader.page
        .getByRole('status')
        .filter({ hasText: text.drawing.corner(3) })
        .waitFor();
      await press('Enter');
      await seesItsAreas(reader, 1);
      await tool(reader, 'polygon').and(reader.page.locator(':focus')).waitFor();
      await press('Enter');
      await surface(reader).and(reader.page.locator(':focus')).waitFor();
      await press('Escape');
      await surface(reader).waitFor({ state: 'detached' });
      await seesItsAreas(reader, 1);
    }),
  );

  it(
    'is the view of the map, a province or a place by its name',
    readsOnOneMap(undefined, async (reader) => {
      await beginsAnew(reader);
      await area(reader).getByRole('button', { name: text.view }).click();
      await seesItsAreas(reader, 1);
      await shapes(reader)
        .getByRole('button', { name: starting(text.remove('')) })
        .click();
      await area(reader).getByRole('combobox', { name: text.named }).fill('irbil');
      await reader.page.keyboard.press('Enter');
      await expect.poll(() => reader.page.url()).toContain('named:Irbil');
      const stated = incidents.filter(({ place }) => place.governorate === 'Irbil').length;
      const unstated = incidents.filter(({ place }) => place.governorate === null).length;
      await expect.poll(() => filtered(reader)).toEqual({ certain: stated, possible: unstated });
      await area(reader).getByRole('combobox', { name: text.named }).fill('Atlantis');
      await reader.page.keyboard.press('Enter');
      await area(reader).getByText(text.unknown.named).waitFor();
      await beginsAnew(reader);
      const name = 'Harir air base';
      const named = incidents.filter(({ place }) => place.name === name);
      expect(named.length).toBeGreaterThan(0);
      const field = area(reader).getByRole('combobox', { name: text.place, exact: true });
      await field.fill(name);
      await area(reader).locator(`option[value="${name}"]`).waitFor({ state: 'attached' });
      await field.press('Enter');
      const areas = incidents.filter(({ place }) => RADIUS_KM[place.precision] === undefined);
      const around = areas.filter(({ place }) => {
        const outline = outlineOf(place);
        return (
          !outline ||
          named.some(({ place: { lon, lat } }) => booleanPointInPolygon([lon, lat], outline))
        );
      });
      await expect
        .poll(() => filtered(reader))
        .toEqual({ certain: named.length, possible: around.length });
    }),
  );

  it(
    'is that of a list, from its heading',
    readsOnOneMap(undefined, async (reader) => {
      await beginsAnew(reader);
      const region = records.find(({ place }) => place.precision === 'region')?.place.name ?? '';
      await reader.page.locator('.areas').getByText(region).click();
      const only = reader.panel.getByRole('button', { name: text.onlyHere });
      await only.click();
      const inRegion = ['Irbil', 'Duhok', 'Sulaymaniyah', 'Halabja'];
      const certain = incidents.filter(
        ({ place }) => place.name === region || inRegion.includes(place.governorate ?? ''),
      ).length;
      await expect.poll(async () => (await filtered(reader)).certain).toBe(certain);
      await only.click();
      await expect.poll(() => filtered(reader)).toEqual({ certain: incidents.length, possible: 0 });
    }),
  );

  it(
    'is drawn by touch',
    reads({ viewport: PHONE, touch: true, reducedMotion: true }, async (reader) => {
      await reader.opensTheMap();
      await opensAreas(reader);
      await begins(reader, 'circle');
      const { page } = reader;
      const cdp = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly number[]) =>
        cdp.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: at.length === 2 ? [{ x: at[0] ?? 0, y: at[1] ?? 0 }] : [],
        });
      await touch('touchStart', 190, 200);
      for (let step = 1; step < 8; step++) await touch('touchMove', 190 + 8 * step, 200 + 4 * step);
      await touch('touchEnd');
      await seesItsAreas(reader, 1);
      // What can be done to it is seen, though the sheet has little room.
      const isSeen = (): Promise<boolean> =>
        edit(reader).evaluate((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          const over = document.elementFromPoint(left + width / 2, top + height / 2);
          return button.contains(over);
        });
      await expect.poll(isSeen).toBe(true);
      await begins(reader, 'polygon');
      await reader.findsNoBarrier();
      for (const [x, y] of [
        [120, 150],
        [250, 140],
        [240, 260],
        [130, 250],
        [122, 153],
      ] as const)
        await page.touchscreen.tap(x, y);
      await seesItsAreas(reader, 2);
      expect(page.url()).not.toMatch(/map=|id=|group=/);
      const before = drawnIn(page.url());
      await edit(reader).last().tap();
      const corner = handle(reader, text.fields.corner(1));
      expect(await smallestSide(corner)).toBeGreaterThanOrEqual(44);
      await reader.findsNoBarrier();
      const { x, y } = await reader.placeOf(corner);
      await touch('touchStart', x, y);
      for (let step = 1; step < 6; step++) await touch('touchMove', x + 6 * step, y + 4 * step);
      await touch('touchEnd');
      await expect.poll(() => drawnIn(page.url())).not.toEqual(before);
      await seesEdited(reader, 2);
      expect(drawnIn(page.url())[0]).toEqual(before[0]);
      expect(page.url()).not.toMatch(/map=|id=|group=/);
      await reader.leaves();
    }),
  );
});
