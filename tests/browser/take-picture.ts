/** `npm run picture`: takes the README's picture of the built site. */
import { writeFileSync } from 'node:fs';
import { words as en } from '../../src/i18n/words.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveSite } from './site.ts';

const VIEW = '?from=2026-03-01&to=2026-03-08&id=2026-03-07-zargwezala-fatal-strike';

const site = await serveSite();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(site.address + VIEW);
await page.getByRole('list', { name: en.map.marks }).getByRole('button').first().waitFor();
await page.waitForLoadState('networkidle');
// The map is drawn when two pictures in a row are the same.
let before = await page.screenshot();
for (let after = await page.screenshot(); !after.equals(before); after = await page.screenshot())
  before = after;
writeFileSync(new URL('picture.png', import.meta.url), before);
await browser.close();
site.close();
