/** `npm run picture`: takes the README's picture of the built site. */
import { launchBrowser } from './launch-browser.ts';
import { Reader } from './reader.ts';
import { serveSite } from './site.ts';

const VIEW = '?from=2026-03-01&to=2026-03-08&id=2026-02-28-khor-mor-production-halt';

const site = await serveSite();
const browser = await launchBrowser();
const reader = await Reader.with(browser, site.address);
await reader.opensTheMap(VIEW);
await reader.page.screenshot({ path: new URL('picture.png', import.meta.url).pathname });
await browser.close();
site.close();
