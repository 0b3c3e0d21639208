/** What a first visit loads, by kind and compressed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { words as en } from '../../src/i18n/words.ts';
import { dist, serveSite } from './site.ts';

export type FileKind = 'MapLibre' | 'script' | 'fonts' | 'base map' | 'data' | 'page and styles';

function kindOf(path: string): FileKind {
  if (/maplibre-gl.*\.js$/.test(path)) return 'MapLibre';
  if (path.endsWith('.js')) return 'script';
  if (path.endsWith('.woff2')) return 'fonts';
  if (path.includes('/basemap/')) return 'base map';
  return /\.(?:json|geojson)$/.test(path) ? 'data' : 'page and styles';
}

export type LoadedFile = {
  readonly path: string;
  readonly kind: FileKind;
  /** As gzip level 9 would send it; fonts and tiles, which are compressed already, as they were sent. */
  readonly bytes: number;
};

/**
 * The files that a first visit requests until the home view is drawn, its captions and the part that prints have
 * come, and the network is idle.
 */
export async function firstLoad(browser: Browser): Promise<readonly LoadedFile[]> {
  const site = await serveSite();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const late = [/PrintedPage.*\.js$/, /Captions.*\.js$/].map((part) => page.waitForResponse(part));
  await page.goto(site.address);
  await page.getByRole('list', { name: en.map.marks }).getByRole('button').first().waitFor();
  await Promise.all(late);
  await page.waitForLoadState('networkidle');
  await page.close();
  site.close();
  const fileOf = (path: string): string => join(dist, path === '/' ? 'index.html' : path);
  // Browsers also ask for an icon, which is not there.
  const paths = [...site.requested].filter((path) => existsSync(fileOf(path)));
  return paths.toSorted().map((path) => {
    const content = readFileSync(fileOf(path));
    const kind = kindOf(path);
    const whole = kind === 'fonts' ? content.length : gzipSync(content, { level: 9 }).length;
    return { path, kind, bytes: site.partBytes.get(path) ?? whole };
  });
}

export const bytesOf = (files: readonly LoadedFile[], ...kinds: readonly FileKind[]): number =>
  files.reduce((sum, { kind, bytes }) => (kinds.includes(kind) ? sum + bytes : sum), 0);
