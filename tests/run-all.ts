/** Runs every check of the project and ends with one line: `N passed, M failed`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest first. */
const checks: readonly (readonly [title: string, command: string])[] = [
  ['types of core, worker, page, commands and tests', 'npm run --silent check'],
  ['lint', 'npx eslint -c tests/lint/eslint.config.js src tests vite.config.ts'],
  ['unused packages, files and exports', 'npx knip -c tests/lint/knip.json --no-progress'],
  ['format', 'npx prettier --check .'],
  ['build', 'npx vite build --logLevel warn'],
  ['shipped data', 'npm run --silent check:data'],
];

/** Each of these works on one core. */
const AT_ONCE = 2;

let passed = 0;
let failed = 0;

/** Whether the command succeeded; what it says comes in one piece, at its end. */
const runs = (title: string, command: string): Promise<boolean> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    const started = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [started.stdout, started.stderr])
      output.on('data', (part: Buffer) => parts.push(part));
    started.on('close', (status) => {
      console.log(`\n▸ ${title}: ${command}\n${Buffer.concat(parts).toString()}`);
      resolve(status === 0);
    });
  });

const waiting = checks[Symbol.iterator]();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const [title, command] of waiting) {
      if (await runs(title, command)) passed++;
      else failed++;
    }
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
const report = join(folder, 'report.json');
console.log('\n▸ unit, property, architecture and browser tests');
const tests = `npx vitest run --reporter=default --reporter=json --outputFile=${report}`;
const isGreen = spawnSync(tests, { shell: true, stdio: 'inherit' }).status === 0;
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
