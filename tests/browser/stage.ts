import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { Reader, type Device } from './reader.ts';
import { serveSite, type Site, type SiteOptions } from './site.ts';

const STILL: Device = { reducedMotion: true };

/** A served site and a browser for the journeys of one file. */
export type Stage = {
  /** Runs a journey; it fails on any page error or off-origin request besides its own assertions. */
  readonly reads: (
    device: Device,
    journey: (reader: Reader) => Promise<void>,
  ) => () => Promise<void>;
  /**
   * A journey on a page that the file's journeys share, since opening a map takes seconds. It begins at
   * the view of `query`, or where the one before ended; after a failure the next has a new page.
   */
  readonly readsOnOneMap: (
    query: string | undefined,
    journey: (reader: Reader) => Promise<void>,
  ) => () => Promise<void>;
  /** A second page of the same reader, such as one opened from a copied link. */
  readonly another: (device?: Device) => Promise<Reader>;
};

type StageOptions = {
  readonly webgl?: boolean;
  /** False: on no page, see `Device.withoutPixels`. */
  readonly pixels?: boolean;
  /** Of the server of the page. */
  readonly site?: SiteOptions;
  /** Of the page that journeys share. */
  readonly device?: Device;
};

export function stage({
  webgl = true,
  pixels = true,
  device: shared = STILL,
  site: served,
}: StageOptions = {}): Stage {
  let site: Site | undefined;
  let browser: Browser | undefined;
  let open: Reader | undefined;
  beforeAll(async () => {
    site = await serveSite(0, {}, served);
    browser = await launchBrowser({ webgl, softwareCompositing: true });
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  const another = (device: Device = {}): Promise<Reader> => {
    if (!site || !browser) throw new Error('The stage is not set yet.');
    return Reader.with(browser, site.address, { withoutPixels: !pixels, ...device });
  };
  return {
    another,
    readsOnOneMap: (query, journey) => async () => {
      const reader = open ?? (await another(shared));
      const isNew = !open;
      open = undefined;
      if (isNew) await reader.opensTheMap(query);
      else if (query !== undefined) {
        await reader.travels(query);
        if (pixels) await reader.seesDrawnMarks();
      }
      await journey(reader);
      reader.hasNoTrouble();
      open = reader;
    },
    reads: (device, journey) => async () => {
      const reader = await another(device);
      await journey(reader);
      await reader.leaves();
    },
  };
}
