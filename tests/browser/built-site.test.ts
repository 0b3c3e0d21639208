import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatasetInfo } from '../../src/core/records/dataset-info.ts';
import { words } from '../../src/i18n/words.ts';
import { PUBLISHED } from '../unit/published-counts.ts';
import { projectFolder } from '../architecture/source-tree.ts';
import { bytesOf, firstLoad, type LoadedFile } from './first-load.ts';
import { launchBrowser } from './launch-browser.ts';

const textOf = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');

/**
 * In bytes. The aim is 120,000, and was 128,800 before the key, the table, the coins and the timeline of every incident, and 143,700 before
 * origins, what was known on a day, and the free room of the map, and 161,800 before the tiles of the whole world:
 * lower this number whenever the first load gets smaller. It does not hold the captions of the map, which come after it is drawn
 * and on wide screens only: they were mostly too late for the sum, and have a bound of their own.
 */
const MAX_SCRIPT = 168_300;
const MAX_CAPTIONS = 3_100;
const isOfCaptions = ({ path }: LoadedFile): boolean => /(?:Captions|wheel-through)-/.test(path);

describe('the built site', () => {
  it('loads little script of our own on a first visit', async () => {
    const browser = await launchBrowser();
    const files = await firstLoad(browser).finally(() => browser.close());
    const script = files.filter(({ kind }) => kind === 'script');
    // Were a part not requested yet, the sum would say little.
    expect(script.length).toBeGreaterThan(4);
    const captions = bytesOf(script.filter(isOfCaptions), 'script');
    const others = bytesOf(script, 'script') - captions;
    expect(others, JSON.stringify(script)).toBeLessThanOrEqual(MAX_SCRIPT);
    expect(captions).toBeGreaterThan(0);
    expect(captions).toBeLessThanOrEqual(MAX_CAPTIONS);
  });

  it('includes the licence of every package that the page depends on', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const licences = textOf('dist/licences.txt');
    // Turf is a package of packages: the bundle has the few that are used.
    const missing = Object.entries(dependencies)
      .filter(([name]) => name !== '@turf/turf')
      .map(([name, version]) => `${name} ${version}`)
      .filter((title) => !licences.includes(`${title}\n`));
    expect(missing).toEqual([]);
    expect(licences).toMatch(/^@turf\/center-of-mass \d/m);
  });

  it('says what the data are about before any are loaded', () => {
    const { title } = JSON.parse(textOf('dist/dataset.json')) as DatasetInfo;
    const page = textOf('dist/index.html');
    expect(page).toContain(`<title>${title} · ${words.shell.productName}</title>`);
    const [description = ''] = /content="A map of[^"]*"/.exec(page) ?? [];
    expect(description).toContain(`${PUBLISHED.attacks} attacks and ${PUBLISHED.halts} halts`);
    expect(description).toContain(`${PUBLISHED.attacksInRegion} attacks mapped in the Region`);
    expect(description).not.toContain('{');
    // The same in previews of a link.
    expect(page.split(description)).toHaveLength(3);
  });
});
