/** Runs every check of the project and ends with one line: `N passed, M failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const checks: readonly (readonly [title: string, command: string])[] = [
  ['format', 'npx prettier --check .'],
  ['lint', 'npx eslint -c tests/lint/eslint.config.js src tests vite.config.ts'],
  ['unused packages, files and exports', 'npx knip -c tests/lint/knip.json --no-progress'],
  ['types of core, worker, page, commands and tests', 'npm run --silent check'],
  ['shipped data', 'npm run --silent check:data'],
  ['build', 'npx vite build --logLevel warn'],
];

let passed = 0;
let failed = 0;

const run = (command: string): boolean =>
  spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0;

for (const [title, command] of checks) {
  console.log(`\n▸ ${title}: ${command}`);
  if (run(command)) passed++;
  else failed++;
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
const report = join(folder, 'report.json');
console.log('\n▸ unit, property, architecture and browser tests');
const isGreen = run(`npx vitest run --reporter=default --reporter=json --outputFile=${report}`);
type Counts = { readonly numPassedTests: number; readonly numFailedTests: number };
try {
  const counts = JSON.parse(readFileSync(report, 'utf8')) as Counts;
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  if (!isGreen && counts.numFailedTests === 0) failed++;
} catch (cause) {
  console.error('The tests left no report:', cause);
  failed++;
}
rmSync(folder, { recursive: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
