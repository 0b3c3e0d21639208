/** `npm start`: serves the built site and says where. */
import { serveSite } from './site.ts';

const WANTED_PORT = Number(process.env['PORT'] ?? 4173);

const site = await serveSite(WANTED_PORT).catch(() => serveSite());
console.log(`\nDateline is at ${site.address}  (Ctrl+C stops it)`);
