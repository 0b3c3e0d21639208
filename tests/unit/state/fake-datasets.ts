/** A worker with made-up data sets, as the page's state sees it. */
import { NO_MAPPING } from '../../../src/formats/schemas/table-sample.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { LocalDatasets, type LocalDatasetEdges } from '../../../src/state/local-datasets.svelte.ts';
import type { DataSnapshot, DatasetSummary, ProposedImport } from '../../../src/worker/protocol.ts';

const proposed = (name: string, number: number): ProposedImport => ({
  number,
  name,
  columns: ['a'],
  format: { format: 'csv', encoding: 'utf-8' },
  proposal: {
    mapping: NO_MAPPING,
    isKnown: true,
    isDateOrderOpen: false,
    timeCandidates: [],
  },
  isNative: false,
});

/** Sets by number, and which of them are on; a file named `long…` stays at its first rows. */
export class FakeSets {
  names = new Map<number, string>([[0, 'the page']]);
  on = new Set<number>([0]);
  lastNumber = 0;
  waiting = '';
  /** The number of the proposal that waits. */
  proposal = 0;
  readonly calls: string[] = [];

  get opened(): DataSnapshot {
    const datasets: DatasetSummary[] = [...this.names].map(([number, name]) => ({
      number,
      name,
      isOn: this.on.has(number),
      rows: 1,
      period: { from: 0, to: 1 },
      report: undefined,
    }));
    return { datasets } as unknown as DataSnapshot;
  }

  edges(others: Partial<LocalDatasetEdges> = {}): LocalDatasetEdges {
    return {
      propose: ({ name }) => {
        this.waiting = name;
        const value = proposed(name, ++this.proposal);
        return Promise.resolve({ kind: 'ok' as const, value });
      },
      sample: () => Promise.resolve([]),
      readFile: ({ proposal, mapping, isAside }) => {
        if (proposal !== this.proposal) throw new Error('Another proposal is under way.');
        this.calls.push(`read ${this.waiting} ${mapping.schema}`);
        const dataset = ++this.lastNumber;
        this.names.set(dataset, this.waiting);
        if (!isAside) this.on = new Set([dataset]);
        const isComplete = !this.waiting.startsWith('long');
        const opened = isAside ? undefined : this.opened;
        return Promise.resolve({
          kind: 'ok' as const,
          value: { snapshot: opened, dataset, isComplete },
        });
      },
      readOn: () => new Promise(() => undefined),
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
      save: () => undefined,
      nameLinkedData: () => undefined,
      kept: {
        all: () => Promise.resolve([]),
        put: () => Promise.resolve('key'),
        remove: () => Promise.resolve(true),
      },
      ...others,
    };
  }

  page(others: Partial<LocalDatasetEdges> = {}) {
    const notices = new Notices();
    const files = new LocalDatasets(this.edges(others), notices, {
      show: () => undefined,
      completed: () => undefined,
    });
    files.know(this.opened);
    return { files, notices };
  }
}

/** Lets everything happen that waits for nothing but a promise. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
