import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { CompileOptions } from 'svelte/compiler';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { checkedFiles } from './src/commands/checked-files.ts';
import { bundleLicences } from './src/commands/licences/bundle-licences.ts';
import { LANGUAGE, LOCALES } from './src/i18n/locale.ts';
import { findingsOf } from './src/core/records/figures.ts';
import type { Incident } from './src/core/records/incident.ts';
import { labelIn, type DatasetInfo } from './src/core/records/dataset-info.ts';
import { pageTitle } from './src/core/url/page-title.ts';
import { notStartedHtml } from './src/i18n/not-started.ts';
import { words } from './src/i18n/words.ts';
import { withMedia } from './src/ui/media.ts';

const licences = bundleLicences();

/** Replaces parts of a package. Fails where it no longer contains one: the build would be larger, without a sign. */
function replaced(code: string, texts: Readonly<Record<string, string>>): string {
  let changed = code;
  for (const [old, text] of Object.entries(texts)) {
    if (!changed.includes(old)) throw new Error(`A package no longer contains “${old}”.`);
    changed = changed.replace(old, () => text);
  }
  return changed;
}

/** The language of the page, and the text that is read where its script does not run. */
const language: Plugin = {
  name: 'language',
  transformIndexHtml: (html) =>
    html
      .replace('<html>', `<html lang="${LANGUAGE}" dir="${LOCALES[LANGUAGE].direction}">`)
      .replace('<div id="not-started"></div>', () => notStartedHtml(words.start)),
};

/** Before Svelte and the minifier of styles: neither knows the page's own media queries. */
const mediaQueries: Plugin = {
  name: 'media-queries',
  enforce: 'pre',
  transform: { filter: { id: /\.(?:svelte|css)$/ }, handler: (code) => withMedia(code) },
};

/**
 * No server renders the page, so Svelte never takes over what one rendered. Svelte guards that code by a
 * variable; as a constant it lets the bundler leave the code out, which is 1.4 kB.
 */
const noServerRendering: Plugin = {
  name: 'no-server-rendering',
  apply: 'build',
  transform: {
    filter: { id: /svelte\/src\/internal\/client\/dom\/hydration\.js/ },
    handler: (code) =>
      replaced(code, {
        'let hydrating = false': 'const hydrating = false',
        'hydrating = value;': '',
      }),
  },
};

/** The page is no custom element: without this, Svelte's class for one is part of every build. */
const noCustomElements: Plugin = {
  name: 'no-custom-elements',
  apply: 'build',
  transform: {
    filter: { id: /svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js/ },
    handler: () => 'export const create_custom_element = undefined;',
  },
};

/**
 * The built file of pmtiles keeps the names of all its functions, so that no bundler can leave any of them out; its source
 * is half as large. Every browser that the page supports unpacks gzip by itself, and one of its two caches is never used.
 */
const PMTILES = fileURLToPath(new URL('./node_modules/pmtiles/src/index.ts', import.meta.url));
const tileReader: Plugin = {
  name: 'tile-reader',
  enforce: 'pre',
  resolveId: { filter: { id: /^pmtiles$/ }, handler: () => PMTILES },
  transform: {
    filter: { id: /pmtiles\/src\/index\.ts$/ },
    handler: (code) =>
      replaced(code, {
        'typeof (globalThis as any).DecompressionStream === "undefined"': 'false',
        'new SharedPromiseCache()': 'new ResolvedValueCache()',
      }),
  },
};

/** Comments and spaces of shaders are text to the minifier, which leaves them. */
const shortShaders: Plugin = {
  name: 'short-shaders',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /src\/map\/marks\/shaders\.ts$/ },
    handler: (code) =>
      code
        .replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
        .replace(/^[ \t]+/gm, '')
        .replace(/ ([=+*<>?:]) /g, '$1')
        .replace(/\n{2,}/g, '\n'),
  },
};

const scopes = new Map<string, string>();

/** The class that keeps the styles of a component to itself: shorter than Svelte's own, and as unlikely to be another one's. */
const scopeOf: NonNullable<CompileOptions['cssHash']> = ({ hash, css }) => {
  const scope = `s${hash(css).slice(0, 4)}`;
  if ((scopes.get(scope) ?? css) !== css)
    throw new Error(`Two components have the class ${scope}.`);
  scopes.set(scope, css);
  return scope;
};

const published = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`./geodata/${file}`, import.meta.url)));
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

const dataset = jsonOf(published('dataset.json')) as DatasetInfo;
const { features } = jsonOf(published('incidents.geojson')) as {
  readonly features: readonly { readonly properties: Incident }[];
};
const records = features.map(({ properties }) => properties);
const findings = findingsOf(records, dataset);
const filled = (text: string): string => words.figures.filled(text, findings.figures);

const datasetFile = JSON.stringify({ ...dataset, findings });
const CHECKED_FILES = checkedFiles({
  'dataset.json': new TextEncoder().encode(datasetFile),
  'incidents.geojson': published('incidents.geojson'),
  'basemap/governorates.json': published('basemap/governorates.json'),
  'sources/index.json': published('sources/index.json'),
});

/** What the records say together, for the texts of the data set: a page that opens need not work it out. */
const withFindings: Plugin = {
  name: 'findings',
  configureServer({ middlewares }) {
    middlewares.use('/dataset.json', (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(datasetFile);
    });
  },
  writeBundle({ dir = '' }) {
    writeFileSync(join(dir, 'dataset.json'), datasetFile);
  },
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const description = filled(labelIn(dataset.description, LANGUAGE));

/** What the page is about, so that its first frame and a preview of a link say so before any data are loaded. */
const subject: Plugin = {
  name: 'subject',
  transformIndexHtml: () => [
    {
      tag: 'title',
      children: escaped(pageTitle(undefined, dataset.title, words.shell.productName)),
      injectTo: 'head',
    },
    ...[
      { name: 'description', content: description },
      {
        property: 'og:title',
        content: pageTitle(undefined, dataset.title, words.shell.productName),
      },
      { property: 'og:description', content: description },
      { property: 'og:type', content: 'website' },
    ].map((attrs) => ({ tag: 'meta', attrs, injectTo: 'head' as const })),
  ],
};

/** One file compresses better than a dozen that later parts have in common with it. */
const FIRST: { name: string; tags: '$initial'[] } = { name: 'first', tags: ['$initial'] };

/** The same of what the map of the first view is made of, which its later parts share. */
const MAP = {
  name: 'map-view',
  test: /src[\\/](?:map[\\/](?:box|mark-extents|ground-circle|map-layer|tile-archives|base-map-archive|map-engine|map-view)|core[\\/]place[\\/](?:great-circle|mercator))\.ts$/,
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
  define: { CHECKED_FILES: JSON.stringify(CHECKED_FILES) },
  plugins: [
    mediaQueries,
    svelte({ compilerOptions: { runes: true, cssHash: scopeOf } }),
    noServerRendering,
    noCustomElements,
    shortShaders,
    tileReader,
    licences.page,
    language,
    subject,
    withFindings,
  ],
  worker: {
    format: 'es',
    plugins: () => [licences.worker],
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST] } } },
  },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {
      // The polyfill serves browsers that only fetch ahead less without it.
      polyfill: false,
      // Which files each later part will import is a list in the first script: only for the map it is worth its 0.7 kB.
      resolveDependencies: (file, imported) => (file.includes('map-view') ? imported : []),
    },
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // How long plugins took is no fault, and `npm start` should print an address only.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [{ name: 'maplibre-gl', test: /node_modules[\\/]maplibre-gl/ }, FIRST, MAP],
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
          // By itself it would leave one of two processors idle.
          maxWorkers: 2,
          // Loading modules anew for each file took as long as the tests. What a test stubs is taken back.
          isolate: false,
          unstubGlobals: true,
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
