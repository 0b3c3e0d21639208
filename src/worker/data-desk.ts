import { IncidentCube, type Counted, type GroupRows } from '../core/cube/incident-cube.ts';
import { listingBuffers, listingOf } from '../core/cube/listing.ts';
import { markViewBuffers } from '../core/cube/mark-view.ts';
import { spanGroupsBuffers } from '../core/cube/span-groups.ts';
import type { Fault } from '../core/fault.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import {
  INCIDENT,
  incidentOr,
  incidentTable,
  rowOfId,
  spanAt,
  type IncidentTable,
  type Row,
} from '../core/incident/incident-table.ts';
import { NO_AREA } from '../core/incident/place-table.ts';
import type { ReadingReport } from '../core/incident/reading-report.ts';
import type { Recorded } from '../core/incident/recorded.ts';
import { boundsOf, type Bounds } from '../core/place/bounds.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import { ok, type Result } from '../core/result.ts';
import type { Steps } from '../core/steps.ts';
import type { GroupKey } from '../core/view/view-state.ts';
import { isColumnsFile, readColumns } from '../formats/columns/read-columns.ts';
import { readAreas } from '../formats/geojson/read-areas.ts';
import { readDataset } from '../formats/geojson/read-dataset.ts';
import { readIncidentCollection } from '../formats/geojson/read-incidents.ts';
import { readSourceIndex } from '../formats/geojson/read-source-index.ts';
import type { Calls, CallName, SentFile } from './protocol.ts';

/** Stands in for a `dataset.json` that cannot be had; the bundled set is in Iraq's civil time. */
const UNTITLED: Dataset = {
  title: '',
  standfirst: '',
  utc_offset_minutes: 180,
  licence: '',
  method: [],
  coverage: [],
  coverage_note: '',
  monitor_counts: [],
  monitor_note: '',
  mapped_counts: [],
  mapped_note: '',
  spellings: [],
};

/** An answer, and the buffers that go away with it. */
export type Handled<Output> = { readonly output: Output; readonly move: ArrayBuffer[] };

type Read = { readonly table: IncidentTable; readonly report: ReadingReport };

const decoder = new TextDecoder();
const textOf = (sent: SentFile): string => decoder.decode(sent.bytes);

const countedBuffers = ({ targets, areas }: Counted): ArrayBuffer[] => [
  ...spanGroupsBuffers(targets),
  ...spanGroupsBuffers(areas),
];

/** Every call of the protocol, as work in steps. */
type Handlers = {
  readonly [Name in CallName]: (
    input: Calls[Name]['input'],
  ) => Steps<Handled<Calls[Name]['output']>>;
};

/** Keeps the open data and answers the page's questions about them. */
export class DataDesk implements Handlers {
  #cube: IncidentCube | undefined;

  *open(request: Calls['open']['input']): Steps<Handled<Calls['open']['output']>> {
    const faults: Fault[] = [];
    const readOr = <Value>(
      sent: SentFile | undefined,
      read: (file: string, text: string) => Result<Value, Fault>,
      otherwise: Value,
    ): Value => {
      if (!sent) return otherwise;
      const result = read(sent.file, textOf(sent));
      if (result.kind === 'ok') return result.value;
      faults.push(result.failure);
      return otherwise;
    };
    const dataset = readOr(request.dataset, readDataset, UNTITLED);
    const read = readRecords(request.records, dataset.utc_offset_minutes);
    if (read.kind === 'failed') return { output: read, move: [] };
    const { table, report } = read.value;
    yield 0.5;
    const areas = readOr(request.areas, readAreas, []);
    const documents = readOr(request.sources, readSourceIndex, []);
    const cube = new IncidentCube(table, dataset.spellings, (name) => boundsOfArea(areas, name));
    this.#cube = cube;
    const counted = yield* cube.counted('', undefined);
    return {
      output: ok({
        dataset,
        report,
        documents,
        areas,
        areaNames: table.places.areas,
        period: table.period,
        bounds: boundsOfPoints(table),
        counted,
        apart: recordsApart(table),
        faults,
      }),
      move: countedBuffers(counted),
    };
  }

  *view(request: Calls['view']['input']): Steps<Handled<Calls['view']['output']>> {
    const { filter, held, counting, ...where } = request;
    const row = held === undefined ? undefined : rowOfId(this.#open.table, held);
    const counted = counting ? yield* this.#open.counted(filter.text, counting.seen) : undefined;
    const view = yield* this.#open.view(filter, { ...where, held: row });
    return {
      output: { view, counted },
      move: [...markViewBuffers(view), ...(counted ? countedBuffers(counted) : [])],
    };
  }

  *list(request: Calls['list']['input']): Steps<Handled<Calls['list']['output']>> {
    const { filter, seen, window } = request;
    const { table } = this.#open;
    const group = request.group && this.#rowsOf(request.group);
    const isLost =
      group === 'nothing' ||
      (group?.kind === 'mark' && !(yield* this.#open.passes(filter, group.row)));
    if (isLost) return { output: undefined, move: [] };
    const flags = yield* this.#open.listed(filter, seen, group);
    if (group && !flags.includes(1)) return { output: undefined, move: [] };
    const listing = listingOf(table, window, (row) => flags[row] === 1);
    return { output: listing, move: listingBuffers(listing) };
  }

  *records(rows: Calls['records']['input']): Steps<Handled<Calls['records']['output']>> {
    const { table } = this.#open;
    yield 0;
    return { output: rows.flatMap((row) => recorded(table, row) ?? []), move: [] };
  }

  *find(id: Calls['find']['input']): Steps<Handled<Calls['find']['output']>> {
    const { table } = this.#open;
    const row = rowOfId(table, id);
    yield 0;
    return { output: row === undefined ? undefined : recorded(table, row), move: [] };
  }

  *sizes(): Steps<Handled<Calls['sizes']['output']>> {
    yield 0;
    return { output: this.#open.bytes, move: [] };
  }

  /** Work that nobody waits for yet: what the first search will need. */
  *aside(): Steps<void> {
    yield* this.#open.prepareSearch();
  }

  get #open(): IncidentCube {
    if (!this.#cube) throw new Error('The worker was asked about data before it had opened any.');
    return this.#cube;
  }

  #rowsOf(group: GroupKey): GroupRows | 'nothing' {
    const { table } = this.#open;
    if (group.kind === 'area') {
      const area = table.places.areas.indexOf(group.name);
      return area === -1 ? 'nothing' : { kind: 'area', area };
    }
    const row = rowOfId(table, group.incident);
    return row === undefined ? 'nothing' : { kind: 'mark', zoom: group.zoom, row };
  }
}

function readRecords(sent: SentFile, utcOffsetMinutes: number): Result<Read, Fault> {
  const { file, bytes } = sent;
  if (isColumnsFile(bytes)) {
    const table = readColumns(file, bytes);
    if (table.kind === 'failed') return table;
    const { length } = table.value;
    return ok({
      table: table.value,
      report: { file, read: length, kept: length, dropped: 0, faults: [] },
    });
  }
  const read = readIncidentCollection(file, textOf(sent), utcOffsetMinutes);
  if (read.kind === 'failed') return read;
  return ok({ table: incidentTable(read.value.records), report: read.value.report });
}

/** Undefined where the text of a damaged file is no record. */
function recorded(table: IncidentTable, row: Row): Recorded | undefined {
  const incident = incidentOr(table, row);
  return incident && { row, incident, span: spanAt(table, row) };
}

function recordsApart(table: IncidentTable): readonly Recorded[] {
  const apart: Recorded[] = [];
  table.kind.forEach((kind, row) => {
    const one = kind === INCIDENT ? undefined : recorded(table, row);
    if (one) apart.push(one);
  });
  return apart;
}

function boundsOfPoints({ places }: IncidentTable): Bounds | undefined {
  function* points() {
    for (let place = 0; place < places.length; place++)
      if (places.area[place] === NO_AREA)
        yield { lon: places.lon[place] ?? 0, lat: places.lat[place] ?? 0 };
  }
  return boundsOf(points());
}

function boundsOfArea(areas: readonly NamedArea[], name: string): Bounds | undefined {
  const area = areas.find((one) => one.name === name || one.also.includes(name));
  if (!area) return undefined;
  const { shape } = area;
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return boundsOf(polygons.flat(2).map(([lon = 0, lat = 0]) => ({ lon, lat })));
}
