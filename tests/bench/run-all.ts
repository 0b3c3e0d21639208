/** `npm run bench`: every figure of README.md; ends with 1 when a budget is not kept. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BENCHES = [
  'first-load.ts',
  'distinct-places.ts',
  'facets.ts',
  'filter-dock.ts',
  'axis-steps.ts',
  'hover.ts',
  'scrubbing.ts',
  'mark-frames.ts',
  'opening.ts',
];

const results = BENCHES.map((file) => {
  console.log(`\n# ${file}\n`);
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawnSync('npx', ['tsx', path], { stdio: 'inherit' }).status;
});
process.exit(results.every((status) => status === 0) ? 0 : 1);
