import { columnKeys } from '../core/fields/column-keys.ts';
import { EMPTY_FILTER } from '../core/filters/filter.ts';
import type { IncidentCounts } from '../core/index/dataset-index.ts';
import { byListOrder } from '../core/index/list-order.ts';
import { MergedIndex } from '../core/index/merged-index.ts';
import { TableIndex } from '../core/index/table-index.ts';
import type { LevelPyramid } from '../core/layout/level-pyramid.ts';
import { LruCache } from '../core/base/lru-cache.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import { INCIDENT, type IncidentTable } from '../core/records/incident-table.ts';
import { RecordRefs, type RecordRef } from '../core/records/record-ref.ts';
import { boundsOfPlaces, boundsOfPositions, boundsOfShapes } from '../core/place/place-bounds.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import { widened, type Bounds } from '../core/place/bounds.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import { positionsOf } from '../core/place/positions.ts';
import type { ImportReport } from '../core/mapping/import-report.ts';
import type { Task } from '../core/base/task.ts';
import type { ModelOutline } from '../core/model/map-model.ts';
import type { ImportReader } from '../formats/import/import-reader.ts';
import type { DatasetSummary } from './protocol.ts';

/** A set of records that is open. */
export type Dataset = {
  readonly number: number;
  readonly name: string;
  readonly table: IncidentTable;
  readonly outlines: readonly ModelOutline[];
  readonly report: ImportReport | undefined;
  /** The file behind it, which can name every note; undefined for records of the codebook. */
  readonly file: ImportReader | undefined;
};

/** Layouts that are kept, all levels of each: of the last filters and data sets that were on. */
const MAX_LAYOUTS = 4;

/** Marks at the edge of what is fitted take this part of its width and height. */
const EDGE_PART = 0.05;

const NOT_OPEN = 'A query arrived before any data set was opened.';

type OpenDataset = { readonly dataset: Dataset; readonly index: TableIndex };

/** Outlines of areas by their names. */
type AreaOutlines = {
  readonly world: { readonly outline: (name: string) => NamedArea | undefined } | undefined;
};

/** What follows from the sets that are on. */
export type JoinedDatasets = {
  readonly datasets: readonly DatasetSummary[];
  readonly index: MergedIndex;
  readonly counts: IncidentCounts;
  readonly bounds: Bounds | undefined;
  readonly home: Bounds | undefined;
  readonly zoomLimit: number;
  readonly aggregates: readonly IncidentRecord[];
  readonly outlines: readonly ModelOutline[];
  /** Those of the world in which there are rows. */
  readonly worldAreas: readonly NamedArea[];
};

/**
 * The open data sets, each with an index of its own that is kept as long as it is open, and those among
 * them that are on, behind one merged index.
 */
export class OpenDatasets {
  readonly #held = new Map<number, OpenDataset>();
  readonly #refs = new RecordRefs();
  readonly #layouts = new LruCache<LevelPyramid>(MAX_LAYOUTS);
  /** Another object after every change. */
  #on: ReadonlySet<number> = new Set();
  /** Counts the changes of what is open or on. */
  #version = 0;
  #shown: { readonly index: MergedIndex; readonly on: readonly OpenDataset[] } | undefined;
  #dataset: DatasetInfo | undefined;
  areas: readonly NamedArea[] = [];
  /** Where the outlines of the world's areas are; undefined where the page has none. */
  worldAreas: string | undefined;
  #heeded: AreaOutlines['world'];
  /** Those outlines, once a file needed them. */
  outlines: AreaOutlines = { world: undefined };

  constructor(dataset?: DatasetInfo) {
    this.#dataset = dataset;
  }

  /** What is said of the data set of the page. */
  get dataset(): DatasetInfo {
    if (!this.#dataset) throw new Error(NOT_OPEN);
    return this.#dataset;
  }
  set dataset(dataset: DatasetInfo) {
    this.#dataset = dataset;
  }

  get index(): MergedIndex {
    if (!this.#shown) throw new Error(NOT_OPEN);
    return this.#shown.index;
  }

  /** What the typed arrays of the data sets that are on take now, in bytes; texts apart. */
  get bytes(): { readonly table: number; readonly index: number; readonly text: number } {
    const sizes = this.on.map(({ index }) => index.bytes);
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    const layouts = this.#layouts.all.map(({ bytes }) => bytes);
    return {
      table: sum(sizes.map(({ table }) => table)),
      index: sum(sizes.map(({ index }) => index)) + sum(layouts),
      text: sum(sizes.map(({ text }) => text)),
    };
  }

  get all(): readonly Dataset[] {
    return [...this.#held.values()].map(({ dataset }) => dataset);
  }

  /** Those behind the index, in the order in which they were opened. */
  get on(): readonly OpenDataset[] {
    return this.#shown?.on ?? [];
  }

  get(number: number): Dataset | undefined {
    return this.#held.get(number)?.dataset;
  }

  /**
   * Adds a set, which alone is on then, or puts it in place of the one of its number. `isOff`: it is
   * added switched off. Gives what takes it back: it closes the set and, unless sets were switched since,
   * brings back those that were on.
   */
  put(dataset: Dataset, isOff = false): () => void {
    const { number } = dataset;
    const isNew = !this.#held.has(number);
    const name = this.get(number)?.name ?? this.#freeName(dataset.name);
    const named = {
      ...dataset,
      name: number === 0 ? dataset.name : name,
      report: dataset.report && {
        ...dataset.report,
        file: number === 0 ? dataset.report.file : name,
      },
    };
    this.#held.set(number, { dataset: named, index: this.#indexOf(dataset) });
    this.#version++;
    const before = this.#on;
    if (isNew && !isOff) this.#on = new Set([number]);
    const after = this.#on;
    return () => {
      const isSwitched = this.#on !== after;
      this.#held.delete(number);
      this.#keepOn(isSwitched ? this.#on : before);
    };
  }

  #indexOf({ table, number }: Dataset): TableIndex {
    const taken = [...this.#held.values()].map(({ index: { firstRef, length } }) => ({
      first: firstRef,
      length,
    }));
    const firstRef = this.#refs.take(table.length, taken);
    const outlineOf = (name: string): NamedArea | undefined => this.#outlineOf(name);
    return new TableIndex(table, firstRef, this.dataset.spellings, outlineOf, number);
  }

  /** The name, numbered where another open set has it: `events.csv (2)`. */
  #freeName(name: string): string {
    const taken = new Set(this.all.map((dataset) => dataset.name));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} (${String(number)})`;
    return free;
  }

  /** Closes a set. */
  close(number: number): void {
    if (number !== 0) this.#held.delete(number);
    this.#keepOn(this.#on);
  }

  /** Those sets are on that are open still; the set of the page comes back when none of them is. */
  #keepOn(wanted: ReadonlySet<number>): void {
    this.#version++;
    const on = [...wanted].filter((one) => this.#held.has(one));
    if (on.length === this.#on.size && on.every((one) => this.#on.has(one))) return;
    this.#on = new Set(on.length > 0 || wanted.size === 0 ? on : [0]);
  }

  show(numbers: readonly number[]): void {
    this.#version++;
    this.#on = new Set(numbers.filter((one) => this.#held.has(one)));
  }

  /** Merges what is on and counts it; anew where that has changed while it was counted. */
  async join(task: Task): Promise<JoinedDatasets> {
    for (;;) {
      const version = this.#version;
      const joined = await this.#joined(task);
      if (version !== this.#version) continue;
      this.#shown = { index: joined.index, on: joined.on };
      return joined.answer;
    }
  }

  async #joined(task: Task): Promise<{
    readonly index: MergedIndex;
    readonly on: readonly OpenDataset[];
    readonly answer: JoinedDatasets;
  }> {
    const on = [...this.#held.values()].filter(({ dataset }) => this.#on.has(dataset.number));
    this.#heedOutlines();
    const index = new MergedIndex(
      on.map((one) => one.index),
      this.#layouts,
    );
    const counts = await index.counts(EMPTY_FILTER, 'target', undefined, task.part(0, 0.9));
    let firstLayer = 0;
    const outlines = on.flatMap(({ dataset }) => {
      const first = firstLayer;
      firstLayer += dataset.table.layers.length;
      return dataset.outlines.map((one) => ({ ...one, layer: first + one.layer }));
    });
    // Rows with more than one place have their other places drawn too.
    const others = outlines.map(({ shape }) => [...positionsOf(shape)]);
    const worldAreas = index.areaNames.flatMap((name) =>
      this.#ownArea(name) ? [] : (this.outlines.world?.outline(name) ?? []),
    );
    const bounds =
      (await index.bounds(others.flat(), task.part(0.9, 0.95))) ?? boundsOfShapes(worldAreas);
    // An editor has looked at the page's own data: all of them are in view.
    const isBundledAlone = on.every(({ dataset }) => dataset.number === 0);
    const boxes = others.flatMap((positions) => boundsOfPositions(positions) ?? []);
    const home = isBundledAlone ? undefined : await index.home(boxes, task.part(0.95, 1));
    const answer = {
      datasets: this.all.map((dataset) => this.#described(dataset)),
      index,
      counts,
      bounds: home && bounds ? widened(bounds, EDGE_PART) : bounds,
      home: home ? widened(home, EDGE_PART) : bounds,
      zoomLimit: await index.zoomLimit(task.part(1, 1)),
      aggregates: index
        .records(on.flatMap((one) => aggregateRefs(one.index)))
        .toSorted((a, b) => byListOrder(a.span, b.span)),
      outlines,
      worldAreas,
    };
    return { index, on, answer };
  }

  #described({ number, name, table, report }: Dataset): DatasetSummary {
    return {
      number,
      name,
      isOn: this.#on.has(number),
      rows: table.length,
      period: table.period,
      columns: ownColumns(table),
      columnFields: table.contents.kind === 'file' ? columnKeys(table.contents.rows.columns) : [],
      hasReportedTimes: table.reported !== undefined,
      report,
    };
  }

  /** The box of the page's own data. */
  get home(): Bounds | undefined {
    const own = this.get(0);
    return own && boundsOfPlaces(own.table.places);
  }

  /** What filters by area matched before the outlines of the world were there, they match anew. */
  #heedOutlines(): void {
    const { world } = this.outlines;
    if (world === this.#heeded) return;
    this.#heeded = world;
    this.#layouts.clear();
    for (const { index } of this.#held.values()) index.forgetFilters();
  }

  #ownArea(name: string): NamedArea | undefined {
    return this.areas.find((one) => one.name === name || one.also.includes(name));
  }

  #outlineOf(name: string): NamedArea | undefined {
    return this.#ownArea(name) ?? this.outlines.world?.outline(name);
  }
}

/** The columns of a file, without those that saved rows have in front. */
function ownColumns({ contents }: IncidentTable): readonly string[] {
  if (contents.kind !== 'file') return [];
  const { columns, saved } = contents.rows;
  const ours = new Set<number | undefined>(Object.values(saved ?? {}));
  return [...new Set(columns.filter((name, at) => name !== '' && !ours.has(at)))];
}

/** Series and totals, which never count. */
function aggregateRefs({ table, firstRef }: TableIndex): readonly RecordRef[] {
  const refs: RecordRef[] = [];
  table.kind.forEach((kind, row) => {
    if (kind !== INCIDENT) refs.push(firstRef + row);
  });
  return refs;
}
