import type { SortColumn } from '../core/index/table-sort.ts';
import { sessionSettings, type SettingsStore } from '../io/local-settings.ts';

export const MIN_WIDTH = 56;
const MAX_WIDTH = 1_200;

const CHOSEN = 'table-columns';
const WIDTHS = 'table-widths';

/** What was stored; undefined where it is nothing of ours. */
function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function readChosen(text: string | undefined): ReadonlyMap<SortColumn, boolean> {
  const stored = parsed(text);
  return new Map(
    Array.isArray(stored)
      ? stored.filter(
          (one): one is [string, boolean] =>
            Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'boolean',
        )
      : [],
  );
}

function readWidths(text: string | undefined): ReadonlyMap<SortColumn, number> {
  const stored = parsed(text);
  return new Map(
    Array.isArray(stored)
      ? stored.filter(
          (one): one is [string, number] =>
            Array.isArray(one) && typeof one[0] === 'string' && Number.isFinite(one[1]),
        )
      : [],
  );
}

/** Which columns of the table are shown and how wide they are, kept as long as the tab is open. */
export class TableColumns {
  readonly #store: SettingsStore;
  /** Only what the reader chose; all others are as they are at first. */
  #chosen = $state.raw<ReadonlyMap<SortColumn, boolean>>(new Map());
  #widths = $state.raw<ReadonlyMap<SortColumn, number>>(new Map());

  constructor(store: SettingsStore = sessionSettings) {
    this.#store = store;
    this.#chosen = readChosen(store.read(CHOSEN));
    this.#widths = readWidths(store.read(WIDTHS));
  }

  isShown(column: SortColumn, isAtFirst: boolean): boolean {
    return this.#chosen.get(column) ?? isAtFirst;
  }

  show(column: SortColumn, isShown: boolean): void {
    this.#chosen = new Map(this.#chosen).set(column, isShown);
    this.#store.write(CHOSEN, JSON.stringify([...this.#chosen]));
  }

  /** In CSS pixels. */
  widthOf(column: SortColumn, atFirst: number): number {
    return this.#widths.get(column) ?? atFirst;
  }

  /** `undefined`: as wide as at first. */
  resize(column: SortColumn, width: number | undefined): void {
    const widths = new Map(this.#widths);
    if (width === undefined) widths.delete(column);
    else widths.set(column, Math.round(Math.min(Math.max(width, MIN_WIDTH), MAX_WIDTH)));
    this.#widths = widths;
    this.#store.write(WIDTHS, JSON.stringify([...widths]));
  }

  /** All as at first. */
  reset(): void {
    this.#chosen = new Map();
    this.#widths = new Map();
    this.#store.write(CHOSEN, '[]');
    this.#store.write(WIDTHS, '[]');
  }
}
