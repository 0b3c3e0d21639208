import { IncidentCube, type Counted } from '../core/cube/incident-cube.ts';
import { recordedAt } from '../core/incident/contents.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import { INCIDENT, type IncidentTable } from '../core/incident/incident-table.ts';
import { joinTables } from '../core/incident/join-tables.ts';
import { boundsOfPlaces } from '../core/incident/place-bounds.ts';
import type { Recorded } from '../core/incident/recorded.ts';
import { boundsOf, type Bounds } from '../core/place/bounds.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import { positionsOf } from '../core/place/positions.ts';
import type { FileReport } from '../core/reading/file-report.ts';
import type { Task } from '../core/task.ts';
import type { SceneOutline } from '../core/view/map-scene.ts';
import type { OwnFile } from '../formats/own-file/own-file.ts';
import type { OpenSet } from './protocol.ts';

/** A set of records that is open. */
export type HeldSet = {
  readonly number: number;
  readonly name: string;
  readonly table: IncidentTable;
  readonly outlines: readonly SceneOutline[];
  readonly report: FileReport | undefined;
  /** The file behind it, which can name every note; undefined for records of the codebook. */
  readonly file: OwnFile | undefined;
};

/** What follows from the sets that are on. */
export type Joined = {
  readonly sets: readonly OpenSet[];
  readonly cube: IncidentCube;
  readonly counted: Counted;
  readonly bounds: Bounds | undefined;
  readonly apart: readonly Recorded[];
  readonly outlines: readonly SceneOutline[];
};

/** The open sets, and those among them that are on: they are one table, behind one index. */
export class OpenSets {
  readonly #held = new Map<number, HeldSet>();
  #on: ReadonlySet<number> = new Set();
  #lastNumber = 0;
  #cube: IncidentCube | undefined;
  dataset: Dataset;
  areas: readonly NamedArea[] = [];

  constructor(dataset: Dataset) {
    this.dataset = dataset;
  }

  /** A number that no set has had. */
  newNumber(): number {
    return ++this.#lastNumber;
  }

  get cube(): IncidentCube {
    if (!this.#cube) throw new Error('The worker was asked about data before it had opened any.');
    return this.#cube;
  }

  get all(): readonly HeldSet[] {
    return [...this.#held.values()];
  }

  get(number: number): HeldSet | undefined {
    return this.#held.get(number);
  }

  /**
   * Adds a set, which alone is on then, or puts it in place of the one of its number. `isAside`: it is
   * added switched off.
   */
  put(set: HeldSet, isAside = false): void {
    const isNew = !this.#held.has(set.number);
    const name = this.#held.get(set.number)?.name ?? this.#freeName(set.name);
    this.#held.set(set.number, {
      ...set,
      name: set.number === 0 ? set.name : name,
      report: set.report && { ...set.report, file: set.number === 0 ? set.report.file : name },
    });
    if (isNew && !isAside) this.#on = new Set([set.number]);
  }

  /** The name, numbered where another open set has it: `events.csv (2)`. */
  #freeName(name: string): string {
    const taken = new Set(this.all.map((set) => set.name));
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
  async join(task: Task): Promise<Joined> {
    const on = [...this.#held.values()].filter(({ number }) => this.#on.has(number));
    const tables = on.map((set) => set.table);
    const table = await joinTables(tables, task);
    const cube = new IncidentCube(table, this.dataset.spellings, (name) => this.boundsOfArea(name));
    const counted = await cube.counted('', undefined, task);
    this.#cube = cube;
    const firstLayers = new Map<HeldSet, number>();
    let layers = 0;
    for (const set of on) {
      firstLayers.set(set, layers);
      layers += set.table.layers.length;
    }
    return {
      sets: [...this.#held.values()].map((set) => this.#described(set)),
      cube,
      counted,
      // Rows with more than one place have their other places drawn too.
      bounds: boundsOfPlaces(
        table.places,
        on.flatMap(({ outlines }) => outlines.flatMap(({ shape }) => [...positionsOf(shape)])),
      ),
      apart: recordsApart(table),
      outlines: on.flatMap((set) =>
        set.outlines.map((outline) => ({
          ...outline,
          layer: outline.layer + (firstLayers.get(set) ?? 0),
        })),
      ),
    };
  }

  #described({ number, name, table, report }: HeldSet): OpenSet {
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

function recordsApart(table: IncidentTable): readonly Recorded[] {
  const apart: Recorded[] = [];
  table.kind.forEach((kind, row) => {
    const one = kind === INCIDENT ? undefined : recordedAt(table, row);
    if (one) apart.push(one);
  });
  return apart;
}
