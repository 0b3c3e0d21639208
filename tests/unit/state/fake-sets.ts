/** A worker with made-up data sets, as the page's state sees it. */
import { NO_MEANING } from '../../../src/formats/meaning/layouts/layout-clues.ts';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { OwnFiles, type OwnFileDoors } from '../../../src/state/own-files.svelte.ts';
import type { Opened, OpenSet, Proposed } from '../../../src/worker/protocol.ts';

const proposed = (name: string, number: number): Proposed => ({
  number,
  name,
  columns: ['a'],
  form: { format: 'csv', encoding: 'utf-8' },
  proposal: {
    meaning: NO_MEANING,
    isKnown: true,
    isDateOrderOpen: false,
    timeCandidates: [],
  },
  isCodebook: false,
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

  get opened(): Opened {
    const sets: OpenSet[] = [...this.names].map(([number, name]) => ({
      number,
      name,
      isOn: this.on.has(number),
      rows: 1,
      period: { from: 0, to: 1 },
      report: undefined,
    }));
    return { sets } as unknown as Opened;
  }

  doors(others: Partial<OwnFileDoors> = {}): OwnFileDoors {
    return {
      propose: ({ name }) => {
        this.waiting = name;
        const value = proposed(name, ++this.proposal);
        return Promise.resolve({ kind: 'ok' as const, value });
      },
      sample: () => Promise.resolve([]),
      readFile: ({ proposal, meaning, isAside }) => {
        if (proposal !== this.proposal) throw new Error('Another proposal is under way.');
        this.calls.push(`read ${this.waiting} ${meaning.layout}`);
        const set = ++this.lastNumber;
        this.names.set(set, this.waiting);
        if (!isAside) this.on = new Set([set]);
        const isComplete = !this.waiting.startsWith('long');
        const opened = isAside ? undefined : this.opened;
        return Promise.resolve({ kind: 'ok' as const, value: { opened, set, isComplete } });
      },
      readOn: () => new Promise(() => undefined),
      showSets: (sets) => {
        this.on = new Set(sets.filter((set) => this.names.has(set)));
        return Promise.resolve(this.opened);
      },
      closeSet: (set) => {
        this.names.delete(set);
        this.on.delete(set);
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

  page(others: Partial<OwnFileDoors> = {}) {
    const notices = new Notices();
    const files = new OwnFiles(this.doors(others), notices, {
      show: () => undefined,
      completed: () => undefined,
    });
    files.know(this.opened);
    return { files, notices };
  }
}

/** Lets everything happen that waits for nothing but a promise. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
