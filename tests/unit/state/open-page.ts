import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import type { QueryParameters } from '../../../src/core/url/query-parameters.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { memorySource } from '../../../src/formats/source/byte-source.ts';
import type { UrlBar } from '../../../src/io/url-bar.ts';
import type { AppEdges } from '../../../src/state/app-edges.ts';
import { AppState } from '../../../src/state/app-state.svelte.ts';
import { CrashedWorker } from '../../../src/worker/worker-client.ts';
import type { Handled } from '../../../src/worker/handlers/handled.ts';
import type { ImportModule } from '../../../src/worker/handlers/import.ts';
import { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { importModule } from '../../../src/worker/import-module.ts';

export const published = (file: string): ArrayBuffer => {
  const bytes = readFileSync(new URL(`../../../geodata/${file}`, import.meta.url));
  return new Uint8Array(bytes).buffer;
};

// Made-up rows.
export const MADE_UP = 'date,lat,lon,what\n2021-05-01,36.2,44.0,camp\n2021-05-02,36.3,44.1,road\n';
/** Every file has the made-up rows: only a worker can read a `Blob` at once. */
export const madeUpFiles: ImportModule = {
  ...importModule,
  sources: {
    ...importModule.sources,
    ofFile: (name) => memorySource(name, new TextEncoder().encode(MADE_UP)),
  },
};

/** A page on the published data, with an address to open. */
export async function openPage(
  query: string,
  doors: Partial<AppEdges> | ((real: AppEdges) => Partial<AppEdges>) = {},
  beforeFind: (id: string) => Promise<void> | undefined = () => undefined,
) {
  const parts: QueryParameters = new Map(new URLSearchParams(query));
  const handlers = new RequestHandlers();
  handlers.useImportModule(madeUpFiles);
  const answer = async <Output>(
    handled: Handled<Output> | Promise<Handled<Output>>,
  ): Promise<Output> => (await handled).output;
  const real: AppEdges = {
    dataFolder: undefined,
    fetch: (file) => Promise.resolve({ kind: 'ok', value: published(file) }),
    open: (request) => answer(handlers.open(request, UNINTERRUPTED)),
    view: (request) => answer(handlers.view(request, UNINTERRUPTED)),
    list: (request) => answer(handlers.list(request, UNINTERRUPTED)),
    tableOrder: (request) => answer(handlers.tableOrder(request, UNINTERRUPTED)),
    rowMarks: (request) => answer(handlers.rowMarks(request, UNINTERRUPTED)),
    locate: (request) => answer(handlers.locate(request, UNINTERRUPTED)),
    markNames: (request) => answer(handlers.markNames(request, UNINTERRUPTED)),
    markPlaces: (request) => answer(handlers.markPlaces(request, UNINTERRUPTED)),
    group: (request) => answer(handlers.group(request, UNINTERRUPTED)),
    fields: (request) => answer(handlers.fields(request, UNINTERRUPTED)),
    facets: (request) => answer(handlers.facets(request, UNINTERRUPTED)),
    records: (rows) => answer(handlers.records(rows)),
    find: async (name) => {
      await beforeFind(name.id);
      return answer(handlers.find(name));
    },
    propose: (file) => answer(handlers.propose(file, UNINTERRUPTED)),
    sample: (request) => answer(handlers.sample(request)),
    readFile: (request) => answer(handlers.readFile(request, UNINTERRUPTED)),
    readOn: (dataset) => answer(handlers.readOn(dataset, UNINTERRUPTED)),
    cancelImport: (dataset) => answer(handlers.cancelImport(dataset, UNINTERRUPTED)),
    showDatasets: (datasets) => answer(handlers.showDatasets(datasets, UNINTERRUPTED)),
    closeDataset: (dataset) => answer(handlers.closeDataset(dataset, UNINTERRUPTED)),
    reportFile: (dataset, headings) =>
      answer(handlers.reportFile({ dataset, headings }, UNINTERRUPTED)),
    exportRows: (request) => answer(handlers.exportRows(request, UNINTERRUPTED)),
    fetchData: () => Promise.reject(new Error('No test fetches.')),
    isOwnOrigin: () => true,
    openStreets: () => Promise.reject(new Error('No test opens a street map.')),
    closeStreets: () => Promise.resolve(),
    save: () => undefined,
    savedFiles: {
      all: () => Promise.resolve([]),
      put: () => Promise.resolve({ why: 'no-storage' }),
      remove: () => Promise.resolve(true),
    },
    linkedData: undefined,
    isViewLinked: false,
    nameLinkedData: () => undefined,
    bundledText: () => Promise.resolve(''),
    addressOf: (file) => file,
    settings: { read: () => undefined, write: () => undefined },
    tabSettings: { read: () => undefined, write: () => undefined },
    server: { answers: () => Promise.resolve(true), reload: () => undefined },
    surroundings: {
      isFramed: false,
      prefersDark: () => false,
      prefersLessMotion: () => false,
      onChange: () => undefined,
      onHidden: () => undefined,
      after: () => () => undefined,
      afterPainting: () => () => undefined,
    },
    addressBar: {
      read: () => Promise.resolve(parts),
      isWrittenHere: false,
      push: () => true,
      replace: () => true,
      linkTo: (written) => new URLSearchParams([...written]).toString(),
      onTravel: () => () => undefined,
    },
  };
  const app = new AppState({ ...real, ...(typeof doors === 'function' ? doors(real) : doors) });
  await app.start().catch((cause: unknown) => {
    if (!(cause instanceof CrashedWorker)) throw cause;
  });
  return app;
}

/** Until what reads an address is loaded, and the page has followed the one that it is at. */
export async function readEntry(addressBar: UrlBar): Promise<void> {
  await addressBar.read();
  await new Promise((resolve) => setTimeout(resolve));
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setTimeout(resolve));
}
