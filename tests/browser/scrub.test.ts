import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { BinUnit } from '../../src/core/time/bins.ts';
import { isoText } from '../../src/core/time/minute.ts';
import { readWhileScrubbing } from './numbers-on-map.ts';
import type { Reader } from './reader.ts';
import { stage } from './stage.ts';
import { toldIn, type records } from './told-by-data.ts';
import { anyOf } from './words.ts';

const { readsOnOneMap } = stage();
const { reads: readsWithoutMap } = stage({ webgl: false });
const onPoint = (precision: string): boolean => !['governorate', 'region'].includes(precision);
const hasPoint = ({ place }: (typeof records)[number]): boolean => onPoint(place.precision);

/** Counts and painted marks agree with the data for `[from, to)`. */
async function agrees(reader: Reader, from: string, to: string): Promise<void> {
  await reader.seesCount(toldIn(from, to));
  await expect.poll(() => reader.markCounts()).toEqual(toldIn(from, to, hasPoint));
  await reader.seesDrawnMarks();
}

const start = en.timeline.thumbs.from;
const end = en.timeline.thumbs.to;

/** What the bars are called while each is of one of these units, whatever the highest holds. */
const barsOf = (...units: readonly BinUnit[]): RegExp =>
  anyOf(
    units.map(
      (unit) => en.timeline.histogram(unit, { certain: 7, possible: 0 }, true).split('7')[0] ?? '',
    ),
  );

describe('scrubbing the timeline', () => {
  it(
    'writes the number of every step on the mark, in the frame of the step',
    readsOnOneMap('?map=2.5/36.2/44.2', async (reader) => {
      await expect.poll(() => reader.marks.count()).toBe(1);
      const read = await readWhileScrubbing(reader, end, 'ArrowLeft', 10);
      const counted = read.map(({ minute }) => {
        const to = new Date(minute * 60_000).toISOString().slice(0, 16);
        return { number: toldIn('2026-02-28', to, hasPoint).certain, minute };
      });
      expect(new Set(counted.map(({ number }) => number)).size).toBeGreaterThan(2);
      expect(read).toEqual(counted);
    }),
  );

  it(
    'sends nothing to the worker and uploads no geometry while the window moves',
    readsOnOneMap('', async (reader) => {
      await agrees(reader, '2026-02-28', '2026-03-19');
      const messages = (): Promise<number> =>
        reader.page.evaluate(() => (window as unknown as { messages: number }).messages);
      await reader.page.evaluate(() => {
        const { prototype } = Worker;
        // eslint-disable-next-line @typescript-eslint/unbound-method
        const post = prototype.postMessage;
        const counted = Object.assign(window, { messages: 0 });
        prototype.postMessage = function (this: Worker, ...parts: unknown[]): void {
          counted.messages++;
          Reflect.apply(post, this, parts);
        };
      });
      const moved = await reader.thumb(end).evaluate(async (thumb) => {
        const counted = window as unknown as { messages: number };
        const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
        const before = counted.messages;
        const seen = new Set<string>();
        for (let step = 0; step < 6; step++) {
          thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
          await Promise.resolve();
          seen.add(document.querySelector('.masthead .count')?.textContent ?? '');
          await frame();
        }
        return { during: counted.messages - before, seen: seen.size };
      });
      expect(moved).toEqual({ during: 0, seen: 6 });
      // What rests is asked for: messages are really counted.
      await expect.poll(messages).toBeGreaterThan(0);
    }),
  );

  it(
    'follows typed dates, the last day included',
    readsOnOneMap('', async (reader) => {
      await reader.page.getByLabel(en.timeline.from, { exact: true }).fill('2026-03-01');
      await reader.page.getByLabel(en.timeline.toInclusive).fill('2026-03-07');
      await agrees(reader, '2026-03-01', '2026-03-08');
      await reader.page.getByLabel(en.timeline.toInclusive).fill('2026-03-01');
      await agrees(reader, '2026-03-01', '2026-03-02');
    }),
  );

  it(
    'follows the keys on both thumbs, which announce their date',
    readsOnOneMap('', async (reader) => {
      const first = reader.thumb(start);
      const last = reader.thumb(end);
      await first.press('ArrowRight');
      await first.press('ArrowRight');
      expect(await first.getAttribute('aria-valuetext')).toContain('2 March 2026');
      await last.press('Home');
      await agrees(reader, '2026-03-02', '2026-03-03');
      await last.press('End');
      expect(await last.getAttribute('aria-valuetext')).toContain('18 March 2026');
      await last.press('ArrowLeft');
      await agrees(reader, '2026-03-02', '2026-03-18');
      await first.press('Home');
      await agrees(reader, '2026-02-28', '2026-03-18');
    }),
  );

  it(
    'follows a dragged thumb and a dragged window',
    readsOnOneMap('?from=2026-03-01&to=2026-03-05', async (reader) => {
      const thumb = reader.thumb(end);
      const box = await thumb.boundingBox();
      const other = await reader.thumb(start).boundingBox();
      if (!box || !other) throw new Error('The thumbs are not on screen.');
      const day = (box.x - other.x) / 4;
      const y = box.y + box.height / 2;
      const { mouse } = reader.page;
      await mouse.move(box.x + box.width / 2, y);
      await mouse.down();
      await mouse.move(box.x + box.width / 2 + 2 * day, y, { steps: 6 });
      await mouse.up();
      await agrees(reader, '2026-03-01', '2026-03-07');
      const middle = other.x + 3 * day;
      await mouse.move(middle, y);
      await mouse.down();
      await mouse.move(middle + 3 * day, y, { steps: 6 });
      await mouse.up();
      await agrees(reader, '2026-03-04', '2026-03-10');
    }),
  );

  it(
    'updates counts and timeline before the next frame, and the list when the window settles',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-01&to=2026-03-05&list=open');
      const isSame = await reader.thumb(end).evaluate(async (thumb, title) => {
        const texts = (): string[] =>
          ['.masthead', `section[aria-label="${title}"]`].map(
            (part) =>
              /[\d,]+ attacks[^<]*March/.exec(
                document.querySelector(part)?.textContent ?? '',
              )?.[0] ?? '',
          );
        const before = texts();
        let frames = 0;
        requestAnimationFrame(() => frames++);
        thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        await Promise.resolve();
        return { frames, changed: texts().map((text, i) => text !== before[i]) };
      }, en.timeline.title);
      expect(isSame).toEqual({ frames: 0, changed: [true, true] });
      const { certain, possible } = await reader.count();
      await expect.poll(async () => (await reader.listLength()) >= certain + possible).toBe(true);
    }),
  );

  it(
    'lets the window grow from the first day when cumulative',
    readsOnOneMap('?from=2026-03-03&to=2026-03-06', async (reader) => {
      await reader.page.getByText(en.timeline.modes.cumulative, { exact: true }).click();
      await agrees(reader, '2026-02-28', '2026-03-06');
      await expect.poll(() => reader.page.url()).toContain('mode=cumulative');
    }),
  );

  it(
    'plays, pauses, and pauses in a hidden tab',
    readsOnOneMap('?from=2026-03-01&to=2026-03-03', async (reader) => {
      // Motion is asked of the browser while the page is open, too.
      await reader.page.emulateMedia({ reducedMotion: 'no-preference' });
      const before = await reader.countSentence.innerText();
      await reader.button(en.timeline.play).click();
      await expect
        .poll(() => reader.countSentence.innerText(), { timeout: 10_000 })
        .not.toBe(before);
      await reader.page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await reader.button(en.timeline.play).waitFor();
      // Paused between two days, and the address says which.
      const from = (): string | null => new URL(reader.page.url()).searchParams.get('from');
      await expect.poll(from).toMatch(/^2026-03-0[2-9]$/);
      const to = new URL(reader.page.url()).searchParams.get('to') ?? '';
      await agrees(reader, from() ?? '', to);
      await reader.page.emulateMedia({ reducedMotion: 'reduce' });
      await reader.page.evaluate(() => Reflect.deleteProperty(document, 'hidden'));
    }),
  );

  it(
    'never plays by itself, and plays in whole steps with reduced motion',
    readsWithoutMap({ reducedMotion: true }, async (reader) => {
      await reader.opensWithoutMap('?from=2026-03-01&to=2026-03-03');
      await reader.button(en.timeline.play).click();
      await expect
        .poll(() => reader.thumb(start).getAttribute('aria-valuetext'), { timeout: 10_000 })
        // Windows of two days follow one another, so that the starts are two days apart.
        .toMatch(/^(3|5|7|9|11|13|15) March 2026$/);
      await reader.button(en.timeline.pause).click();
    }),
  );

  it(
    'zooms the axis to finer bins and back',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      const bars = reader.page.getByRole('img', { name: barsOf('day', 'hour') });
      await expect.poll(() => bars.getAttribute('aria-label')).toMatch(barsOf('day'));
      for (let step = 0; step < 4; step++) await reader.button(en.timeline.zoomIn).click();
      await expect.poll(() => bars.getAttribute('aria-label')).toMatch(barsOf('hour'));
      // What knows only its day is in one band a day, which names it, not in 24 bars.
      const bandCount = en.timeline.bandCount('hour', 7).replace('7', '');
      const bands = reader.timeline.locator('svg text').filter({ hasText: bandCount });
      await expect
        .poll(() => bands.allTextContents())
        .toContainEqual(expect.stringMatching(/^\d+\s\w+, /u));
      await reader.button(en.timeline.wholePeriod).click();
      await expect.poll(() => bars.getAttribute('aria-label')).toMatch(barsOf('day'));
    }),
  );

  it(
    'chooses the days that an incident without a certain day may mean, by a click on its span',
    readsWithoutMap({}, async (reader) => {
      await reader.opensWithoutMap();
      const span = reader.timeline.locator('rect[data-from]').first();
      const [from, to] = await Promise.all(
        ['data-from', 'data-to'].map(async (name) => Number(await span.getAttribute(name))),
      );
      await span.click({ force: true });
      const dayOf = (minute = 0): string => isoText(minute).slice(0, 10);
      await expect
        .poll(() => reader.page.getByLabel(en.timeline.from, { exact: true }).inputValue())
        .toBe(dayOf(from));
      expect(await reader.page.getByLabel(en.timeline.toInclusive).inputValue()).toBe(
        dayOf((to ?? 0) - 1),
      );
      await reader.seesCount(toldIn(dayOf(from), dayOf(to)));
    }),
  );
});
