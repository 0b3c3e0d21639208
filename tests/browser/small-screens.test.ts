import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { Device, Reader } from './reader.ts';
import { stage } from './stage.ts';
import { exactly } from './words.ts';

const { reads } = stage({ webgl: false });

/** Which visible controls cannot be scrolled into the window, or are covered at their centre. */
const unreachable = (page: Reader['page']): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isScreenReadersOnly = (element: Element): boolean => {
      const { clipPath } = getComputedStyle(element);
      return clipPath !== 'none' || element.closest('.skip, .visually-hidden') !== null;
    };
    const controls = [...document.querySelectorAll<HTMLElement>('main :is(button, input, select)')];
    return controls
      .filter((control) => control.checkVisibility() && !isScreenReadersOnly(control))
      .flatMap((control) => {
        control.scrollIntoView({ block: 'center', inline: 'nearest' });
        const box = control.getBoundingClientRect();
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        const isInside =
          box.left >= -1 && box.right <= innerWidth + 1 && y >= 0 && y <= innerHeight;
        const top = document.elementFromPoint(x, y);
        const isFree = top !== null && (control.contains(top) || top.contains(control));
        const isPage = top === null || top.matches('html, body, main');
        if (isInside && isFree && !isPage) return [];
        const name = control.getAttribute('aria-label') ?? control.innerText;
        const over = top === null ? 'nothing' : `${top.tagName}.${top.getAttribute('class') ?? ''}`;
        return [`${name}: ${String(Math.round(x))}, ${String(Math.round(y))}, under ${over}`];
      });
  });

/** Whether the middle of an element is in the window, with nothing over it. */
const isUncovered = (element: Element): boolean => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return top !== null && element.contains(top);
};

/** Whether some of an element is in the window with nothing over it. */
const isSeen = (element: Element): boolean => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
  return parts.some((down) =>
    parts.some((along) => {
      const top = document.elementFromPoint(x + along * width, y + down * height);
      return top !== null && element.contains(top);
    }),
  );
};

const dismissNotices = async ({ page }: Reader): Promise<void> => {
  const dismiss = page.getByRole('button', { name: en.faults.dismiss });
  await page.getByText(en.faults.sentence({ kind: 'no-webgl' })).waitFor();
  while ((await dismiss.count()) > 0) await dismiss.first().click();
};

/**
 * Which visible controls are smaller than a finger. A link in a sentence is as high as its line; the handles of
 * the period are taken anywhere near them (`plot-gestures`).
 */
const smallControls = (page: Reader['page']): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isInSentence = (control: Element): boolean =>
      getComputedStyle(control).display.startsWith('inline') &&
      control.closest('p, .title')?.textContent !== control.textContent;
    const controls = document.querySelectorAll<HTMLElement>(
      'main :is(button, a, input, select, summary)',
    );
    return [...controls].flatMap((control) => {
      const target = control.closest('label') ?? control;
      const isSeen = control.checkVisibility({ visibilityProperty: true });
      const { width, height } = target.getBoundingClientRect();
      if (!isSeen || width < 2 || control.closest('.skip') || isInSentence(control)) return [];
      if (width >= 43.5 && height >= 43.5) return [];
      return [`${target.textContent.trim() || target.outerHTML}: ${width} × ${height}`];
    });
  });

const height = async (control: Locator): Promise<number> =>
  (await control.boundingBox())?.height ?? 0;

const sizes: readonly (readonly [string, Device, number])[] = [
  ['844 × 390', { viewport: { width: 844, height: 390 }, touch: true }, 1],
  ['390 × 844', { viewport: { width: 390, height: 844 }, touch: true }, 1],
  ['320 × 256', { viewport: { width: 320, height: 256 } }, 1],
  ['360 × 225, 400 % zoom', { viewport: { width: 360, height: 225 } }, 1],
  ['1440 × 900, text of 200 %', { viewport: { width: 1440, height: 900 } }, 2],
  ['390 × 844, text of 200 %', { viewport: { width: 390, height: 844 } }, 2],
];

describe('every control can be reached', () => {
  it.each(sizes)('at %s', async (_, device, text) => {
    await reads({ ...device, reducedMotion: true }, async (reader) => {
      const { page } = reader;
      await reader.opens();
      await page.evaluate((percent) => {
        document.documentElement.style.fontSize = `${String(percent)}%`;
      }, text * 100);
      await page.getByText(en.faults.sentence({ kind: 'no-webgl' })).waitFor();
      await reader.panel.locator('li[aria-setsize]').first().waitFor();
      for (const part of await reader.panel.locator('li[aria-setsize] button').all()) {
        await part.focus();
        // Nothing lies whole under the notice: what takes the focus scrolls clear of it.
        await expect.poll(() => part.evaluate(isSeen)).toBe(true);
      }
      await dismissNotices(reader);
      await reader.unfoldsTheMasthead();
      // A phone's sheet lies over the page by design, and can be lowered.
      const isSheet = await reader.panel.getByRole('button', { name: en.panel.taller }).isVisible();
      if (!isSheet) await expect.poll(() => unreachable(page)).toEqual([]);
      else {
        // A button that the sheet covers is seen once it takes the focus: the sheet gets out of the way.
        const tool = reader.button(exactly(en.shell.buttons.more));
        await tool.focus();
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('Tab');
        await expect.poll(() => tool.evaluate(isUncovered)).toBe(true);
        await reader.panel.getByRole('button', { name: en.panel.taller }).click();
      }
      const isLarge = async (): Promise<void> => {
        if (device.touch) await expect.poll(() => smallControls(page)).toEqual([]);
      };
      await isLarge();
      await reader.panel.locator('li[aria-setsize] button').first().click();
      await reader.panel.getByText(en.panel.reports.note).waitFor();
      await isLarge();

      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      await expect.poll(() => unreachable(page)).toEqual([]);
      await isLarge();
      const fold = reader.button(exactly(en.shell.legend.title));
      if (device.touch) {
        await fold.click();
        await page.locator('.key').waitFor();
        await isLarge();
        await reader.button(en.shell.legend.close).click();
      } else if (await fold.isVisible()) await fold.click();
      await expect.poll(() => unreachable(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        device.viewport?.width ?? 0,
      );
    })();
  });
});

describe('a low window, in which the page is a column', () => {
  it(
    'scrolls to what is opened, and back to where it was opened from',
    reads(
      { viewport: { width: 844, height: 390 }, touch: true, reducedMotion: true },
      async (reader) => {
        const { page, panel } = reader;
        await reader.opens();
        // Without a map the list opens by itself.
        await dismissNotices(reader);
        await panel.getByRole('button', { name: en.panel.close, exact: true }).tap();
        // The map is most of a low window: the masthead is one line until it is unfolded.
        await expect.poll(() => height(page.locator('.masthead'))).toBeLessThanOrEqual(52);
        await reader.unfoldsTheMasthead();
        const opener = reader.button(exactly(en.shell.buttons.list));
        await opener.tap();
        const cards = panel.locator('li[aria-setsize] button');
        await expect.poll(() => cards.nth(2).evaluate(isUncovered)).toBe(true);
        await panel.getByRole('button', { name: en.panel.close, exact: true }).tap();
        await expect.poll(() => opener.evaluate(isUncovered)).toBe(true);
        await page.locator('#open-list:focus').waitFor();
      },
    ),
  );
});

describe('the timeline of a low window', () => {
  it.each([
    ['844 × 390', { viewport: { width: 844, height: 390 }, touch: true }, true],
    ['320 × 256', { viewport: { width: 320, height: 256 } }, false],
  ] as const)('has a slider in view if it fits, and all else below it: %s', (_, device, fits) =>
    reads({ ...device, reducedMotion: true }, async (reader) => {
      const { page, panel, timeline } = reader;
      await reader.opens();
      await dismissNotices(reader);
      await panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      const { height: low } = device.viewport;
      const endOf = async (part: Locator): Promise<number> => {
        const box = await part.boundingBox();
        return (box?.y ?? Infinity) + (box?.height ?? 0);
      };
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      const axis = timeline.locator('[data-grip="axis"]');
      if (fits) await expect.poll(() => endOf(axis)).toBeLessThanOrEqual(low);
      await timeline.evaluate((part) => {
        part.scrollIntoView({ block: 'end' });
      });
      const { rows } = en.timeline;
      for (const part of [
        timeline.getByText(new RegExp(`^${rows.spans('day', '')}.*${rows.halts('')}`, 'u')),
        timeline.getByRole('group', { name: en.timeline.coverage }),
        axis,
      ])
        await expect.poll(() => endOf(part)).toBeLessThanOrEqual(low);
      expect(await timeline.locator('.deaths').isVisible()).toBe(true);
    })(),
  );
});

describe('a phone', () => {
  it(
    'closes the key with Escape, and has the focus on its button again',
    reads({ viewport: { width: 390, height: 844 }, reducedMotion: true }, async (reader) => {
      await reader.opens();
      await dismissNotices(reader);
      // Without a map, the list is open.
      await reader.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      const key = reader.page.getByRole('region', { name: en.shell.legend.title });
      const button = reader.button(exactly(en.shell.legend.title));
      await button.click();
      await key.getByRole('checkbox').first().press('Escape');
      await key.waitFor({ state: 'detached' });
      await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    }),
  );

  it(
    'shows results while the soft keyboard is up, and whole caveats and one-day bars',
    reads(
      { viewport: { width: 390, height: 844 }, touch: true, reducedMotion: true },
      async (reader) => {
        const { page, panel } = reader;
        await reader.opens('?from=2026-03-10&to=2026-03-11');
        await page.getByText(en.faults.sentence({ kind: 'no-webgl' })).waitFor();
        // The open list has folded the masthead.
        const fold = reader.button(exactly(en.masthead.fold));
        await expect.poll(() => fold.getAttribute('aria-expanded')).toBe('false');
        await expect.poll(() => fold.evaluate(isUncovered)).toBe(true);
        await dismissNotices(reader);
        const cut = await page
          .getByRole('group', { name: en.timeline.coverage })
          .getByRole('button')
          .evaluateAll((notes) => notes.filter((note) => note.scrollWidth > note.clientWidth));
        expect(cut).toEqual([]);
        await expect
          .poll(() => panel.locator('li[aria-setsize] button').nth(2).evaluate(isUncovered))
          .toBe(true);

        const knobs = await page.locator('.thumb .knob').evaluateAll((all) =>
          all.map((knob) => {
            const { left, right } = knob.getBoundingClientRect();
            return { left, right };
          }),
        );
        const frame = await page.locator('.frame[data-grip="body"]').boundingBox();
        const [from, to] = knobs;
        expect(from?.right).toBeLessThanOrEqual((frame?.x ?? 0) + 2);
        expect(to?.left).toBeGreaterThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) - 2);

        await panel.getByRole('searchbox').tap();
        await page.setViewportSize({ width: 390, height: 508 });
        await expect
          .poll(async () => Math.round((await panel.boundingBox())?.height ?? 0))
          .toBe(508);
        const card = panel.locator('li[aria-setsize] button').first();
        const box = await card.boundingBox();
        expect((box?.y ?? 999) + (box?.height ?? 0) / 2).toBeLessThan(508);
        await card.tap();
        await panel.getByRole('button', { name: en.panel.close, exact: true }).waitFor();
        expect(await panel.getByRole('searchbox').count()).toBe(0);
      },
    ),
  );
});

/** A phone whose keyboard leaves the window as it is and only makes less of it seen, as on iOS. */
const IOS_KEYBOARD = { top: 60, height: 420 };

describe('a phone whose keyboard covers the page', () => {
  it.each([
    ['upright', { width: 390, height: 844 }, IOS_KEYBOARD],
    ['on its side', { width: 844, height: 390 }, { top: 20, height: 180 }],
  ])('fits the search and its results into the visible part: %s', (_, viewport, keyboard) =>
    reads({ viewport, touch: true, reducedMotion: true }, async (reader) => {
      const { page, panel } = reader;
      await reader.opens();
      await dismissNotices(reader);
      const before = await panel.boundingBox();
      const sees = (seen: typeof keyboard | undefined): Promise<void> =>
        page.evaluate((part) => {
          const viewport = window.visualViewport;
          if (!viewport) return;
          const whole = { top: 0, height: innerHeight };
          const { top, height } = part ?? whole;
          for (const [name, value] of Object.entries({ height, offsetTop: top, pageTop: top }))
            Object.defineProperty(viewport, name, { configurable: true, get: () => value });
          viewport.dispatchEvent(new Event('resize'));
          viewport.dispatchEvent(new Event('scroll'));
        }, seen);
      await panel.getByRole('searchbox').tap();
      await sees(keyboard);
      await expect
        .poll(async () => {
          const box = await panel.boundingBox();
          return box && { top: Math.round(box.y), height: Math.round(box.height) };
        })
        .toEqual(keyboard);
      await page.keyboard.type('irbil');
      const card = panel.locator('li[aria-setsize] button').first();
      await card.waitFor();
      const box = await panel.getByRole('searchbox').boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(keyboard.top);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(keyboard.top + keyboard.height);

      // Closing the keyboard gives the map its part of the page back.
      await panel.getByRole('searchbox').evaluate((field) => {
        field.blur();
      });
      await sees(undefined);
      await expect.poll(async () => (await panel.boundingBox())?.y).not.toBe(keyboard.top);
      expect(await panel.evaluate((part) => part.classList.contains('is-searching'))).toBe(false);
      expect(before).not.toBeNull();
    })(),
  );
});

describe('forced colours', () => {
  it(
    'distinguish the selected mode and what is on or off, and keep the disc of Play',
    reads({ viewport: { width: 1440, height: 900 }, reducedMotion: true }, async (reader) => {
      await reader.page.emulateMedia({ forcedColors: 'active' });
      await reader.opens();
      const ground = (part: Locator): Promise<string> =>
        part.evaluate((element) => getComputedStyle(element).backgroundColor);
      const mode = (name: string): Locator =>
        reader.page.locator('fieldset label', { hasText: name });
      expect(await ground(mode(en.timeline.modes.window))).not.toBe(
        await ground(mode(en.timeline.modes.cumulative)),
      );
      expect(await ground(reader.button(exactly(en.timeline.play)))).not.toBe(
        await ground(reader.timeline),
      );

      const ink = (part: Locator): Promise<string> =>
        part.evaluate((element) => getComputedStyle(element).color);
      const whole = reader.button(en.timeline.wholePeriod);
      expect(await whole.getAttribute('aria-disabled')).toBe('true');
      expect(await ink(whole)).not.toBe(await ink(reader.button(exactly(en.shell.buttons.about))));
    }),
  );
});
