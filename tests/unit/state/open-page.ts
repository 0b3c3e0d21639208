import { readFileSync } from 'node:fs';
import type { AddressParts } from '../../../src/core/view/view-address.ts';
import { UNINTERRUPTED } from '../../../src/core/task.ts';
import { memorySource } from '../../../src/formats/sheet/byte-source.ts';
import { AppState, type Doors } from '../../../src/state/app-state.svelte.ts';
import { CrashedWorker } from '../../../src/worker/data-client.ts';
import { DataDesk, type FileDesk, type Handled } from '../../../src/worker/data-desk.ts';
import { fileDesk } from '../../../src/worker/file-desk.ts';

export const published = (file: string): ArrayBuffer => {
  const bytes = readFileSync(new URL(`../../../geodata/${file}`, import.meta.url));
  return new Uint8Array(bytes).buffer;
};

// Made-up rows.
export const MADE_UP = 'date,lat,lon,what\n2021-05-01,36.2,44.0,camp\n2021-05-02,36.3,44.1,road\n';
/** Every file has the made-up rows: only a worker can read a `Blob` at once. */
export const madeUpFiles: FileDesk = {
  ...fileDesk,
  sources: {
    ...fileDesk.sources,
    ofFile: (name) => memorySource(name, new TextEncoder().encode(MADE_UP)),
  },
};

/** A page on the published data, with an address to open. */
export async function openPage(
  query: string,
  doors: Partial<Doors> = {},
  beforeFind: (id: string) => Promise<void> | undefined = () => undefined,
) {
  const parts: AddressParts = new Map(new URLSearchParams(query));
  const desk = new DataDesk();
  desk.bring(madeUpFiles);
  const answer = async <Output>(
    handled: Handled<Output> | Promise<Handled<Output>>,
  ): Promise<Output> => (await handled).output;
  const app = new AppState({
    dataFolder: undefined,
    fetch: (file) => Promise.resolve({ kind: 'ok', value: published(file) }),
    open: (request) => answer(desk.open(request, UNINTERRUPTED)),
    view: (request) => answer(desk.view(request, UNINTERRUPTED)),
    list: (request) => answer(desk.list(request, UNINTERRUPTED)),
    records: (rows) => answer(desk.records(rows)),
    find: async (id) => {
      await beforeFind(id);
      return answer(desk.find(id));
    },
    propose: (file) => answer(desk.propose(file, UNINTERRUPTED)),
    sample: (request) => answer(desk.sample(request)),
    readFile: (request) => answer(desk.readFile(request, UNINTERRUPTED)),
    readOn: () => answer(desk.readOn(undefined, UNINTERRUPTED)),
    showSets: (sets) => answer(desk.showSets(sets, UNINTERRUPTED)),
    closeSet: (set) => answer(desk.closeSet(set, UNINTERRUPTED)),
    reportFile: (set) => answer(desk.reportFile(set, UNINTERRUPTED)),
    exportRows: (request) => answer(desk.exportRows(request, UNINTERRUPTED)),
    fetchData: () => Promise.reject(new Error('No test fetches.')),
    isOwnOrigin: () => true,
    save: () => undefined,
    kept: {
      all: () => Promise.resolve([]),
      put: () => Promise.resolve(undefined),
      remove: () => Promise.resolve(true),
    },
    linkedData: undefined,
    isViewLinked: false,
    nameLinkedData: () => undefined,
    bundledText: () => Promise.resolve(''),
    addressOf: (file) => file,
    settings: { read: () => undefined, write: () => undefined },
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
      read: () => parts,
      push: () => true,
      replace: () => true,
      linkTo: (written) => new URLSearchParams([...written]).toString(),
      onTravel: () => () => undefined,
    },
    ...doors,
  });
  await app.start().catch((cause: unknown) => {
    if (!(cause instanceof CrashedWorker)) throw cause;
  });
  return app;
}
