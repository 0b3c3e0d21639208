import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserPath } from './launch-browser.ts';

/** Unpacks the browser once, before several files start one, and sees that the site is built. */
export default async function prepare(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../dist/index.html', import.meta.url))))
    throw new Error('The browser tests read the built site: run `npm run build` first.');
  await browserPath();
}
