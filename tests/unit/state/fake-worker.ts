/** A worker with made-up data sets, as the page's state sees it. */
import { vi } from 'vitest';
import { NO_SHORT_DATES } from '../../../src/core/mapping/date-order-evidence.ts';
import { NO_MAPPING } from '../../../src/formats/schemas/table-sample.ts';
import type { SettingsStore } from '../../../src/io/local-settings.ts';
import type { SavedFileStore } from '../../../src/io/saved-files.ts';
import { Datasets, type DatasetEdges } from '../../../src/state/datasets.svelte.ts';
import type { StreetMap } from '../../../src/core/model/street-map.ts';
import type { ImportEdges } from '../../../src/state/import-session.svelte.ts';
import { Imports } from '../../../src/state/imports.svelte.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { SavedFiles } from '../../../src/state/saved-files.svelte.ts';
import type { DataSnapshot, DatasetSummary, ProposedImport } from '../../../src/worker/protocol.ts';

const proposed = (name: string): ProposedImport => ({
  name,
  columns: ['a'],
  format: { format: 'csv', encoding: 'utf-8' },
  proposal: {
    mapping: NO_MAPPING,
    isKnown: true,
    dateOrder: NO_SHORT_DATES,
    timeCandidates: [],
  },
  isNative: false,
});

export type PageEdges = ImportEdges & DatasetEdges & { readonly savedFiles: SavedFileStore };

/** Nothing is saved on this device. */
const emptyStore: SavedFileStore = {
  all: () => Promise.resolve([]),
  put: () => Promise.resolve('key'),
  remove: () => Promise.resolve(true),
};

const FORGETFUL: SettingsStore = { read: () => undefined, write: () => undefined };

/** Sets by number, and which of them are on; a file named `long…` stays at its first rows. */
export class FakeWorker {
  names = new Map<number, string>([[0, 'the page']]);
  on = new Set<number>([0]);
  /** Names of the proposed files, by number. */
  proposals = new Map<number, string>();
  /** What was on before the first rows of a file came, and then, by number. */
  readonly #selections = new Map<number, { before: Set<number>; after: Set<number> }>();
  readonly calls: string[] = [];

  /** A new worker, in which only the set of the page is open. */
  lose(): void {
    this.names = new Map([[0, 'the page']]);
    this.on = new Set([0]);
    this.proposals = new Map();
  }

  get opened(): DataSnapshot {
    const datasets: DatasetSummary[] = [...this.names].map(([number, name]) => ({
      number,
      name,
      isOn: this.on.has(number),
      rows: 1,
      period: { from: 0, to: 1 },
      columns: [],
      columnFields: [],
      hasReportedTimes: true,
      report: undefined,
    }));
    return { datasets } as unknown as DataSnapshot;
  }

  edges(others: Partial<PageEdges> = {}): PageEdges {
    return {
      propose: ({ dataset, name }) => {
        this.proposals.set(dataset, name);
        return Promise.resolve({ kind: 'ok' as const, value: proposed(name) });
      },
      sample: () => Promise.resolve([]),
      readFile: ({ dataset, mapping, isOff }) => {
        const name = this.proposals.get(dataset);
        if (name === undefined) throw new Error('The file was not proposed.');
        this.calls.push(`read ${name} ${mapping.schema}`);
        this.names.set(dataset, name);
        const before = this.on;
        if (!isOff) this.on = new Set([dataset]);
        this.#selections.set(dataset, { before, after: this.on });
        const isComplete = !name.startsWith('long');
        return Promise.resolve({
          kind: 'ok' as const,
          value: { snapshot: this.opened, isComplete },
        });
      },
      readOn: () => new Promise(() => undefined),
      cancelImport: (dataset) => {
        this.calls.push(`cancel ${String(dataset)}`);
        this.proposals.delete(dataset);
        if (!this.names.delete(dataset)) return Promise.resolve(undefined);
        const selection = this.#selections.get(dataset);
        if (selection && this.on === selection.after) this.on = selection.before;
        this.on.delete(dataset);
        return Promise.resolve(this.opened);
      },
      showDatasets: (datasets) => {
        this.on = new Set(datasets.filter((dataset) => this.names.has(dataset)));
        return Promise.resolve(this.opened);
      },
      closeDataset: (dataset) => {
        this.names.delete(dataset);
        this.on.delete(dataset);
        if (this.on.size === 0) this.on.add(0);
        return Promise.resolve(this.opened);
      },
      reportFile: () => Promise.resolve(new Blob()),
      exportRows: () => Promise.resolve(new Blob()),
      fetchData: () => Promise.reject(new Error('No test fetches.')),
      isOwnOrigin: () => true,
      openStreets: () => Promise.reject(new Error('No test opens a street map.')),
      closeStreets: () => Promise.resolve(),
      save: () => undefined,
      nameLinkedData: () => undefined,
      savedFiles: emptyStore,
      ...others,
    };
  }

  page(others: Partial<PageEdges> = {}, tab: SettingsStore = FORGETFUL) {
    const notices = new Notices();
    const edges = this.edges(others);
    const saved = new SavedFiles(edges.savedFiles, notices);
    const shown: boolean[] = [];
    const datasets = new Datasets(edges, notices, saved, (_, isNew) => shown.push(isNew));
    const streetMaps: StreetMap[] = [];
    const imports = new Imports(
      edges,
      datasets,
      notices,
      () => undefined,
      (map) => streetMaps.push(map),
      tab,
    );
    datasets.know(this.opened);
    return { imports, datasets, saved, notices, shown, streetMaps };
  }
}

/** Lets everything happen that waits for nothing but promises and parts of the program that load. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setTimeout(resolve));
}
