/** `npm run made-up -- 1000000`: serves the built site with so many made-up records, to be felt by hand. */
import { serveSite } from '../browser/site.ts';
import { MADE_UP_FOLDER, writeMadeUp } from './write-made-up.ts';

const count = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(count) || count < 1 || count > 9_999_999) {
  console.error('How many records? A whole number from 1 to 9999999.');
  process.exit(1);
}
console.log(`Drawing ${count} made-up records…`);
const set = writeMadeUp(count);
const site = await serveSite(0, { 'made-up': MADE_UP_FOLDER });
console.log(`\n${site.address}?set=${set}  (Ctrl+C stops it)`);
