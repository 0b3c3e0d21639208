import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { Told } from './told-by-data.ts';
import { countIn } from './words.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export type Device = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly touch?: boolean;
  readonly reducedMotion?: boolean;
  /** Device pixels of a CSS pixel. */
  readonly pixelRatio?: number;
  /** Runs before the page opens, to stand in for the network. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** Requests that the test itself makes fail: their console errors are expected. */
  readonly expectsFailedRequests?: boolean;
  /** The map paints no pixels, which takes software most of its time: for journeys that look at none. */
  readonly withoutPixels?: boolean;
  /** JavaScript is switched off. */
  readonly withoutScripts?: boolean;
  /** Another site that the journey lets the page ask, by the beginning of its address. */
  readonly mayAsk?: string;
};

type Rgb = readonly [red: number, green: number, blue: number];

/** Runs in the page. */
function paintNothing(): void {
  const { prototype } = WebGL2RenderingContext;
  prototype.drawArrays = () => undefined;
  prototype.drawElements = () => undefined;
  prototype.drawArraysInstanced = () => undefined;
  prototype.drawElementsInstanced = () => undefined;
}

/** Somebody who reads the map in a real browser. Speaks in what is seen, by role and name. */
export class Reader {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #site: string;
  readonly #hasPixels: boolean;
  readonly #troubles: string[] = [];

  private constructor(page: Page, context: BrowserContext, site: string, hasPixels: boolean) {
    this.page = page;
    this.#context = context;
    this.#site = site;
    this.#hasPixels = hasPixels;
  }

  static async with(browser: Browser, site: string, device: Device = {}): Promise<Reader> {
    const context = await browser.newContext({
      viewport: device.viewport ?? DESKTOP,
      deviceScaleFactor: device.pixelRatio ?? 1,
      colorScheme: device.colorScheme ?? 'light',
      hasTouch: device.touch ?? false,
      javaScriptEnabled: !(device.withoutScripts ?? false),
      isMobile: device.touch ?? false,
      reducedMotion: device.reducedMotion ? 'reduce' : 'no-preference',
      timezoneId: 'Pacific/Auckland',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const hasPixels = !(device.withoutPixels ?? false);
    if (!hasPixels) await page.addInitScript(paintNothing);
    const reader = new Reader(page, context, site, hasPixels);
    reader.#watch(device.expectsFailedRequests ?? false, device.mayAsk);
    await device.prepare?.(page);
    return reader;
  }

  /** Every page error, console error and off-origin request is a trouble. */
  #watch(expectsFailedRequests: boolean, mayAsk: string | undefined): void {
    this.page.on('pageerror', (error) => this.#troubles.push(`page error: ${error.message}`));
    this.page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const isFailedRequest = /^Failed to load (?:resource|module script)/.test(message.text());
      if (expectsFailedRequests && isFailedRequest) return;
      this.#troubles.push(`console: ${message.text()}`);
    });
    this.page.on('request', (request) => {
      const url = request.url();
      const isAllowed = mayAsk !== undefined && url.startsWith(mayAsk);
      if (!url.startsWith(this.#site) && !isAllowed && !/^(blob|data):/.test(url))
        this.#troubles.push(`off-origin request: ${url}`);
    });
  }

  /** Goes to the page and waits for nothing. */
  async goes(query = ''): Promise<void> {
    await this.page.goto(this.#site + query);
  }

  async opens(query = ''): Promise<void> {
    await this.goes(query);
    await this.#counted.waitFor();
  }

  /** Opens the page and waits until the marks are drawn. */
  async opensTheMap(query = ''): Promise<void> {
    await this.opens(query);
    await this.seesTheMap();
  }

  async seesTheMap(): Promise<void> {
    await this.marks.first().waitFor();
    // A picture takes half a second of a processor: none before there is a map to see.
    await this.page.locator('.map.is-drawn').waitFor({ timeout: 60_000 });
    if (this.#hasPixels) await this.seesDrawnMarks();
  }

  /** Opens the page in a browser without WebGL, and puts away what it shows in place of the map. */
  async opensWithoutMap(query = ''): Promise<void> {
    await this.opens(query);
    await this.putsTheMissingMapAway(/[?&;](list|id)=/.test(query));
  }

  /** The notice that there is no map is there: what is said from now on is shown before it. */
  async missesTheMap(): Promise<void> {
    await this.#noMap.waitFor();
  }

  /** Closes the list, which opens by itself where the address opens nothing, and the notice. */
  async putsTheMissingMapAway(isPanelAsked = false): Promise<void> {
    await this.missesTheMap();
    if (!isPanelAsked) {
      await this.panel.getByRole('button', { name: en.panel.close, exact: true }).click();
      await this.panel.waitFor({ state: 'detached' });
    }
    await this.notices.getByRole('button', { name: en.faults.dismiss }).click();
    await this.#noMap.waitFor({ state: 'detached' });
  }

  get #noMap(): Locator {
    return this.notices.getByText(en.faults.sentence({ kind: 'no-webgl' }));
  }

  /**
   * Goes to another view of the open page, as Back and Forward do; a map that opens anew compiles its
   * shaders for seconds. A view without layers comes between, so that the end of both is seen.
   */
  async travels(query: string): Promise<void> {
    const nothing = { certain: 0, possible: 0 };
    await this.#takes('?layers=none');
    await this.seesCount(nothing);
    await this.#takes(query);
    await expect.poll(() => this.count()).not.toEqual(nothing);
  }

  #takes(query: string): Promise<void> {
    return this.page.evaluate((search) => {
      history.pushState(null, '', location.pathname + search);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, query);
  }

  async leaves(): Promise<void> {
    await this.#context.close();
    this.hasNoTrouble();
  }

  /** Nothing failed that a reader does not see. */
  hasNoTrouble(): void {
    expect(this.#troubles).toEqual([]);
  }

  /** Of the masthead, or of the filters, which a link may open in its place. */
  get #counted(): Locator {
    const either = this.page.locator('.masthead .count, search h2');
    return either.filter({ visible: true }).first();
  }
  get notices(): Locator {
    return this.page.getByRole('region', { name: 'Notices' });
  }

  get countSentence(): Locator {
    return this.page.locator('.masthead .count').first();
  }
  get marks(): Locator {
    return this.page.getByRole('list', { name: en.map.marks }).getByRole('button');
  }
  get panel(): Locator {
    return this.page.getByRole('complementary');
  }
  get timeline(): Locator {
    return this.page.getByRole('region', { name: en.timeline.title });
  }
  thumb(name: string | RegExp): Locator {
    return this.page.getByRole('slider', { name });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
  layer(name: string | RegExp): Locator {
    return this.page.getByRole('switch', { name });
  }

  /** Shows the headline and all tools again where a small screen has folded them. */
  async unfoldsTheMasthead(): Promise<void> {
    const fold = this.button(en.masthead.fold);
    if ((await fold.count()) > 0 && (await fold.getAttribute('aria-expanded')) === 'false')
      await fold.click();
  }

  /** Presses a tool, which small screens have under "More". */
  async uses(tool: string): Promise<void> {
    const more = this.page.getByRole('button', { name: en.shell.buttons.more, exact: true });
    if (await more.isVisible()) await more.click();
    await this.page.getByRole('button', { name: tool, exact: true }).click();
  }

  /** How many records the open list or group holds, shown or not; 0 when none is shown. */
  async listLength(): Promise<number> {
    const items = this.panel.locator('li[aria-setsize]');
    if ((await items.count()) === 0) return 0;
    return Number(await items.first().getAttribute('aria-setsize'));
  }

  /** The headings that one meets by scrolling through the open list. */
  async headingsOfList(): Promise<readonly string[]> {
    const scroller = this.panel.locator('[data-scroller]');
    const met = new Set<string>();
    for (let isAtEnd = false; !isAtEnd;) {
      for (const text of await this.panel.locator('h3').allInnerTexts()) met.add(text);
      isAtEnd = await scroller.evaluate(async (element) => {
        const before = element.scrollTop;
        element.scrollBy(0, element.clientHeight);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return element.scrollTop === before;
      });
    }
    return [...met];
  }

  /** The numbers of the count sentence, wherever it stands. */
  async count(sentence: Locator = this.countSentence): Promise<Told> {
    return countIn(await sentence.innerText());
  }

  async seesCount(told: Told): Promise<void> {
    await expect.poll(() => this.count()).toEqual(told);
  }

  /** What the marks on screen say of themselves, added up. */
  async markCounts(): Promise<Told> {
    const labels = await this.marks.evaluateAll((marks) =>
      marks.map((mark) => mark.getAttribute('aria-label') ?? ''),
    );
    return labels.map(countIn).reduce(
      (sum, one) => ({
        certain: sum.certain + one.certain,
        possible: sum.possible + one.possible,
      }),
      { certain: 0, possible: 0 },
    );
  }

  /** Centre and radius of a mark's place on screen. */
  async placeOf(mark: Locator): Promise<{ x: number; y: number; radius: number }> {
    const box = await mark.boundingBox();
    if (!box) throw new Error('The mark is not on screen.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.width / 2 - 3 };
  }

  async picture(): Promise<PNG> {
    return PNG.sync.read(await this.page.screenshot());
  }

  /** The map without the parts of the page over it. */
  async mapPicture(): Promise<PNG> {
    const covers = this.page.locator('[data-covers-map], .notices, .captions, .over-map');
    const show = (visibility: string): Promise<void> =>
      covers.evaluateAll((parts, value) => {
        for (const part of parts as HTMLElement[]) part.style.visibility = value;
      }, visibility);
    await show('hidden');
    const picture = await this.picture();
    await show('');
    return picture;
  }

  /** The share of the map's pixels that have another colour than in a picture before. */
  async differenceFrom(before: PNG): Promise<number> {
    const now = await this.mapPicture();
    let different = 0;
    for (let i = 0; i < now.data.length; i += 4) {
      const at = ({ data }: PNG): Rgb => [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
      if (distance(at(now), at(before)) > 30) different++;
    }
    return (4 * different) / now.data.length;
  }

  /** How many of the first marks show another colour than the paper around them. */
  async drawnMarks(): Promise<{ drawn: number; of: number }> {
    const places = await this.#uncoveredMarks();
    const picture = await this.picture();
    const drawn = places.filter(({ x, y, radius }) => {
      const ring = ringColors(picture, x, y, Math.max(radius - 1.5, 2));
      const ground = colorAt(picture, x + radius + 5, y);
      return ring.some((color) => distance(color, ground) > 60);
    });
    return { drawn: drawn.length, of: places.length };
  }

  /** Waits until every mark that the page speaks of is really painted on the map. */
  async seesDrawnMarks(): Promise<void> {
    await expect
      .poll(
        async () => {
          const { drawn, of } = await this.drawnMarks();
          return of > 0 && drawn === of;
        },
        { timeout: 30_000, interval: 300 },
      )
      .toBe(true);
  }

  async #uncoveredMarks(): Promise<readonly { x: number; y: number; radius: number }[]> {
    return this.marks.evaluateAll((marks) =>
      marks.flatMap((mark) => {
        const box = mark.getBoundingClientRect();
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        const reach = box.width / 2 + 5;
        const around = [
          [0, 0],
          [reach, 0],
          [-reach, 0],
          [0, reach],
          [0, -reach],
        ];
        const isFree = around.every(
          ([dx = 0, dy = 0]) => document.elementFromPoint(x + dx, y + dy)?.tagName === 'CANVAS',
        );
        return isFree ? [{ x, y, radius: Number(mark.getAttribute('data-radius')) }] : [];
      }),
    );
  }

  /** Asserts that axe finds no violation of WCAG 2.2 AA in the page as it stands. */
  async findsNoBarrier(): Promise<void> {
    await this.page.evaluate(axeSource);
    const violations = await this.page.evaluate(async () => {
      type Found = { id: string; nodes: { target: string[]; failureSummary: string }[] };
      const { axe } = window as unknown as {
        axe: { run: (root: Document, options: unknown) => Promise<{ violations: Found[] }> };
      };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations: found } = await axe.run(document, {
        runOnly: { type: 'tag', values: tags },
      });
      return found.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
      );
    });
    expect(violations).toEqual([]);
  }
}

function colorAt(picture: PNG, x: number, y: number): Rgb {
  const column = Math.min(Math.max(Math.round(x), 0), picture.width - 1);
  const line = Math.min(Math.max(Math.round(y), 0), picture.height - 1);
  const at = (line * picture.width + column) * 4;
  const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3);
  return [red, green, blue];
}

function ringColors(picture: PNG, x: number, y: number, radius: number): readonly Rgb[] {
  return Array.from({ length: 32 }, (_, i) => {
    const angle = (i / 32) * 2 * Math.PI;
    return [0.55, 0.8, 1].map((part) =>
      colorAt(picture, x + Math.cos(angle) * radius * part, y + Math.sin(angle) * radius * part),
    );
  }).flat();
}

const distance = (a: Rgb, b: Rgb): number =>
  Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
