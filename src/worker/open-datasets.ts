import { IncidentIndex, type IncidentCounts } from '../core/index/incident-index.ts';
import { recordedAt } from '../core/records/contents.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import { INCIDENT, type IncidentTable } from '../core/records/incident-table.ts';
import { joinTables } from '../core/records/join-tables.ts';
import { boundsOfPlaces } from '../core/place/place-bounds.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import { boundsOf, type Bounds } from '../core/place/bounds.ts';
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

/** What follows from the sets that are on. */
export type JoinedDatasets = {
  readonly datasets: readonly DatasetSummary[];
  readonly index: IncidentIndex;
  readonly counts: IncidentCounts;
  readonly bounds: Bounds | undefined;
  readonly aggregates: readonly IncidentRecord[];
  readonly outlines: readonly ModelOutline[];
};

/** The open sets, and those among them that are on: they are one table, behind one index. */
export class OpenDatasets {
  readonly #held = new Map<number, Dataset>();
  #on: ReadonlySet<number> = new Set();
  #lastNumber = 0;
  #index: IncidentIndex | undefined;
  dataset: DatasetInfo;
  areas: readonly NamedArea[] = [];

  constructor(dataset: DatasetInfo) {
    this.dataset = dataset;
  }

  /** A number that no set has had. */
  newNumber(): number {
    return ++this.#lastNumber;
  }

  get index(): IncidentIndex {
    if (!this.#index) throw new Error('The worker was asked about data before it had opened any.');
    return this.#index;
  }

  get all(): readonly Dataset[] {
    return [...this.#held.values()];
  }

  get(number: number): Dataset | undefined {
    return this.#held.get(number);
  }

  /**
   * Adds a set, which alone is on then, or puts it in place of the one of its number. `isAside`: it is
   * added switched off.
   */
  put(dataset: Dataset, isAside = false): void {
    const isNew = !this.#held.has(dataset.number);
    const name = this.#held.get(dataset.number)?.name ?? this.#freeName(dataset.name);
    this.#held.set(dataset.number, {
      ...dataset,
      name: dataset.number === 0 ? dataset.name : name,
      report: dataset.report && {
        ...dataset.report,
        file: dataset.number === 0 ? dataset.report.file : name,
      },
    });
    if (isNew && !isAside) this.#on = new Set([dataset.number]);
  }

  /** The name, numbered where another open set has it: `events.csv (2)`. */
  #freeName(name: string): string {
    const taken = new Set(this.all.map((dataset) => dataset.name));
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} (${String(number)})`;
    return free;
  }

  /** Closes a set; the set of the page comes back when nothing else is on. */
  close(number: number): void {
    if (number !== 0) this.#held.delete(number);
    const on = [...this.#on].filter((one) => this.#held.has(one));
    this.#on = new Set(on.length > 0 ? on : [0]);
  }

  show(numbers: readonly number[]): void {
    this.#on = new Set(numbers.filter((one) => this.#held.has(one)));
  }

  /** Joins what is on and counts it. */
  async join(task: Task): Promise<JoinedDatasets> {
    const on = [...this.#held.values()].filter(({ number }) => this.#on.has(number));
    const tables = on.map((dataset) => dataset.table);
    const table = await joinTables(tables, task);
    const index = new IncidentIndex(table, this.dataset.spellings, (name) =>
      this.boundsOfArea(name),
    );
    const counted = await index.counted('', undefined, task);
    this.#index = index;
    const firstLayers = new Map<Dataset, number>();
    let layers = 0;
    for (const dataset of on) {
      firstLayers.set(dataset, layers);
      layers += dataset.table.layers.length;
    }
    return {
      datasets: [...this.#held.values()].map((dataset) => this.#described(dataset)),
      index,
      counts: counted,
      // Rows with more than one place have their other places drawn too.
      bounds: boundsOfPlaces(
        table.places,
        on.flatMap(({ outlines }) => outlines.flatMap(({ shape }) => [...positionsOf(shape)])),
      ),
      aggregates: recordsApart(table),
      outlines: on.flatMap((dataset) =>
        dataset.outlines.map((outline) => ({
          ...outline,
          layer: outline.layer + (firstLayers.get(dataset) ?? 0),
        })),
      ),
    };
  }

  #described({ number, name, table, report }: Dataset): DatasetSummary {
    return {
      number,
      name,
      isOn: this.#on.has(number),
      rows: table.length,
      period: table.period,
      report,
    };
  }

  /** The box of the page's own data. */
  get home(): Bounds | undefined {
    const own = this.#held.get(0);
    return own && boundsOfPlaces(own.table.places, []);
  }

  /** The box of an area whose outline is known. */
  boundsOfArea(name: string): Bounds | undefined {
    const area = this.areas.find((one) => one.name === name || one.also.includes(name));
    if (!area) return undefined;
    const { shape } = area;
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    return boundsOf(polygons.flat(2).map(([lon = 0, lat = 0]) => ({ lon, lat })));
  }
}

function recordsApart(table: IncidentTable): readonly IncidentRecord[] {
  const apart: IncidentRecord[] = [];
  table.kind.forEach((kind, row) => {
    const one = kind === INCIDENT ? undefined : recordedAt(table, row);
    if (one) apart.push(one);
  });
  return apart;
}
