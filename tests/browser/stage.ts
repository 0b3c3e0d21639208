import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { Reader, type Device } from './reader.ts';
import { serveSite, type Site } from './site.ts';

/** A served site and a browser for the journeys of one file. */
export type Stage = {
  /** Runs a journey; it fails on any page error or off-origin request besides its own assertions. */
  readonly reads: (
    device: Device,
    journey: (reader: Reader) => Promise<void>,
  ) => () => Promise<void>;
  /** A second page of the same reader, such as one opened from a copied link. */
  readonly another: (device?: Device) => Promise<Reader>;
};

export function stage(options: { readonly webgl?: boolean } = {}): Stage {
  let site: Site | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    site = await serveSite();
    browser = await launchBrowser(options);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  const another = (device: Device = {}): Promise<Reader> => {
    if (!site || !browser) throw new Error('The stage is not set yet.');
    return Reader.with(browser, site.address, device);
  };
  return {
    another,
    reads: (device, journey) => async () => {
      const reader = await another(device);
      await journey(reader);
      await reader.leaves();
    },
  };
}
