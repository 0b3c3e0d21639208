import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { words as en } from '../../src/i18n/words.ts';
import type { Reader } from './reader.ts';
import type { Told } from './told-by-data.ts';
import { starting } from './words.ts';

/** The dock with filters and charts, as a reader sees it. */
export class Dock {
  readonly #reader: Reader;
  readonly element: Locator;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.element = reader.page.getByRole('search', { name: en.shell.filters });
  }

  get opener(): Locator {
    return this.#reader.page.locator('#open-filters');
  }
  get chips(): Locator {
    return this.element.getByRole('list', { name: en.filters.active });
  }

  /** Opens it, and waits until its fields are there. */
  async opens(): Promise<void> {
    await this.opener.click();
    await this.element
      .getByRole('button', { name: starting(`${en.terms.weapons.drone}: `) })
      .waitFor();
  }

  /** The masthead is back, in which other journeys read the count. */
  async closes(): Promise<void> {
    await this.element.getByRole('button', { name: en.filters.close }).click();
    await this.element.waitFor({ state: 'detached' });
  }

  /** The bar of a value: `drone: 67 incidents`. */
  value(name: string): Locator {
    return this.element.getByRole('button', { name: starting(`${name}: `) });
  }
  exclude(name: string): Locator {
    return this.element.getByRole('button', { name: en.filters.exclude(name), exact: true });
  }
  /** Unfolds a field, where it is folded. */
  async unfolds(title: string): Promise<Locator> {
    const facet = this.element.locator('details', {
      has: this.#reader.page.locator('summary', { hasText: starting(title) }),
    });
    await facet.scrollIntoViewIfNeeded();
    if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click();
    return facet;
  }

  async showsCharts(): Promise<void> {
    await this.element.getByText(en.filters.tabs.charts, { exact: true }).click();
    await this.element.getByRole('heading', { name: en.charts.titles.place }).waitFor();
  }

  /** What the heading of the dock says. */
  async seesCount(told: Told): Promise<void> {
    const heading = this.element.getByRole('heading', { level: 2 });
    await expect.poll(() => this.#reader.count(heading)).toEqual(told);
  }

  /** What a bar says. */
  async seesValue(name: string, told: Told): Promise<void> {
    await expect
      .poll(async () => {
        const label =
          (await this.value(name).first().locator('.visually-hidden').textContent()) ?? '';
        return label.slice(name.length + 2);
      })
      .toBe(en.windowCount(told.certain, told.possible));
  }
}
