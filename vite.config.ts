import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { start } from './src/i18n/en/start.ts';
import { notStartedHtml } from './src/i18n/not-started.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The licences of what is in the bundle ask to travel with it. */
const LICENCES = [
  'maplibre-gl/LICENSE.txt',
  'svelte/LICENSE.md',
  'clsx/license',
  '@turf/circle/LICENSE',
  'robust-predicates/LICENSE',
  'edtf/LICENSE',
  'nearley/LICENSE.txt',
  'fflate/LICENSE',
  'idb-keyval/LICENCE',
  '@tmcw/togeojson/LICENSE',
  '@xmldom/xmldom/LICENSE',
  'jschardet/LICENSE',
  'betterknown/LICENSE',
  'topojson-client/LICENSE',
  '@fontsource/source-serif-4/LICENSE',
  '@fontsource/source-sans-3/LICENSE',
  '@fontsource/noto-sans-arabic/LICENSE',
];

const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const texts = LICENCES.map(
      (file) => `${file}\n\n${readFileSync(pathOf(`node_modules/${file}`), 'utf8')}`,
    );
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') });
  },
};

const notStarted: Plugin = {
  name: 'not-started',
  transformIndexHtml: (html) =>
    html.replace('<div id="not-started"></div>', () => notStartedHtml(start)),
};

/** Tests read files by their URL in Node: here they are no assets of a page. */
const testFiles: Plugin = {
  name: 'test-files',
  enforce: 'pre',
  transform: {
    filter: { id: /\/tests\// },
    handler: (code) => code.replaceAll(', import.meta.url)', ', String(import.meta.url))'),
  },
};

export default defineConfig({
  root: 'src',
  publicDir: '../geodata',
  base: './',
  plugins: [svelte(), licences, notStarted],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // How long plugins took is no fault, and `npm start` should print an address only.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [{ name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl/ }],
        },
      },
    },
  },
  test: {
    root: '.',
    // As on the page: what was cancelled is no failure, whoever awaits it.
    onUnhandledError: ({ name }) => name !== 'AbortError',
    projects: [
      {
        extends: true,
        // With the server build of Svelte no effect would ever run.
        resolve: { conditions: ['browser'] },
        plugins: [testFiles],
        test: {
          name: 'unit',
          environment: './tests/unit/environment.ts',
          include: ['tests/{architecture,unit}/**/*.test.ts'],
          // A property with many runs takes seconds on a busy machine: slow is not wrong.
          testTimeout: 60_000,
          // One file instead of the 300 of the package, which every test file would load.
          deps: { optimizer: { ssr: { enabled: true, include: ['@turf/turf'] } } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/prepare.ts',
          // Each file has a browser of its own; more than two would starve each other.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // A drawn frame alone may take a second here: a page that answers late is not wrong.
          expect: { poll: { timeout: 20_000, interval: 100 } },
        },
      },
    ],
  },
});
