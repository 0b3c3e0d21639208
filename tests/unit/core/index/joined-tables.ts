import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import {
  EMPTY_PERIOD,
  periodOf,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { rowOrder } from '../../../../src/core/records/row-order.ts';
import { NO_AREA, type PlaceTable } from '../../../../src/core/place/place-table.ts';
import { textAt, textColumn } from '../../../../src/core/text/text-column.ts';
import { fillUnknownEnds } from '../../../../src/core/records/unknown-ends.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';

const LAST_AREA = NO_AREA - 1;

type Joinable = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** One column after the other in a new array. */
function appended<Column extends Joinable>(into: Column, columns: readonly Column[]): Column {
  let at = 0;
  for (const column of columns) {
    into.set(column, at);
    at += column.length;
  }
  return into;
}

/** Areas of one name are one; beyond 65,534 of them the rest is nowhere, as the empty name says. */
function joinPlaces(tables: readonly PlaceTable[]): PlaceTable {
  const length = tables.reduce((sum, one) => sum + one.length, 0);
  const names = [...new Set(tables.flatMap(({ areas }) => areas))];
  const areas =
    names.length <= NO_AREA ? names : ['', ...names.filter(Boolean).slice(0, LAST_AREA)];
  const codeOf = new Map(areas.map((name, code) => [name, code]));
  const area = new Uint16Array(length);
  let at = 0;
  for (const places of tables)
    for (const code of places.area)
      area[at++] = code === NO_AREA ? NO_AREA : (codeOf.get(places.areas[code] ?? '') ?? 0);
  return {
    length,
    lon: appended(
      new Float64Array(length),
      tables.map(({ lon }) => lon),
    ),
    lat: appended(
      new Float64Array(length),
      tables.map(({ lat }) => lat),
    ),
    precision: appended(
      new Uint8Array(length),
      tables.map(({ precision }) => precision),
    ),
    area,
    areas,
    names: textColumn(
      tables.flatMap((one) => Array.from({ length: one.length }, (_, i) => textAt(one.names, i))),
    ),
  };
}

function periodOfAll(tables: readonly IncidentTable[]): TimeRange {
  const dated = tables.map(({ period }) => period).filter(({ from, to }) => from < to);
  if (dated.length === 0) return EMPTY_PERIOD;
  return {
    from: Math.min(...dated.map(({ from }) => from)),
    to: Math.max(...dated.map(({ to }) => to)),
  };
}

/**
 * Several tables of codebook records as one, copied: what an index over several tables is compared
 * with. Layers keep their own; one table is itself.
 */
export async function joinTables(tables: readonly IncidentTable[]): Promise<IncidentTable> {
  const [only] = tables;
  return only && tables.length === 1 ? only : await inOrder(tables);
}

async function inOrder(tables: readonly IncidentTable[]): Promise<IncidentTable> {
  const length = tables.reduce((sum, one) => sum + one.length, 0);
  const period = periodOfAll(tables);
  const isUndated = appended(
    new Uint8Array(length),
    tables.map((one) => one.isUndated),
  );
  const from = appended(
    new Int32Array(length),
    tables.map((one) => one.from),
  );
  const to = appended(
    new Int32Array(length),
    tables.map((one) => one.to),
  );
  const order = await rowOrder(from, to, UNINTERRUPTED);
  const place = new Uint32Array(length);
  const layer = new Uint16Array(length);
  const texts = tables.flatMap((one) => {
    const { contents } = one;
    if (contents.kind !== 'texts') throw new Error('Only records of the codebook are joined.');
    return Array.from({ length: one.length }, (_, row) => textAt(contents.text, row));
  });
  const first = { row: 0, place: 0, layer: 0 };
  tables.forEach((one) => {
    for (let at = 0; at < one.length; at++) {
      place[first.row + at] = first.place + (one.place[at] ?? 0);
      layer[first.row + at] = first.layer + (one.layer[at] ?? 0);
    }
    first.row += one.length;
    first.place += one.places.length;
    first.layer += one.layers.length;
  });
  const kind = appended(
    new Uint8Array(length),
    tables.map((one) => one.kind),
  );
  const deaths = appended(
    new Uint8Array(length),
    tables.map((one) => one.deaths),
  );
  const reportedOf = (side: 'from' | 'by'): Int32Array =>
    sorted(
      Int32Array.from(tables.flatMap((one) => [...(one.reported?.[side] ?? one.from)])),
      new Int32Array(length),
    );
  const origins = appended(
    new Uint8Array(length),
    tables.map((one) => one.origins),
  );
  const effectClass = appended(
    new Uint8Array(length),
    tables.map((one) => one.effectClass),
  );
  const id = appended(
    new Uint32Array(length),
    tables.map((one) => one.id),
  );
  const sorted = <Column extends Joinable>(column: Column, into: Column): Column => {
    for (let at = 0; at < length; at++) into[at] = column[order[at] ?? 0] ?? 0;
    return into;
  };
  const traitsOf = (column: 'weapon' | 'attributed' | 'zone'): Uint8Array => {
    const codes = tables.flatMap((one) => [
      ...(one.traits?.[column] ?? new Uint8Array(one.length)),
    ]);
    return sorted(Uint8Array.from(codes), new Uint8Array(length));
  };
  return {
    length,
    from: sorted(from, new Int32Array(length)),
    to: sorted(to, new Int32Array(length)),
    place: sorted(place, new Uint32Array(length)),
    kind: sorted(kind, new Uint8Array(length)),
    layer: sorted(layer, new Uint16Array(length)),
    effectClass: sorted(effectClass, new Uint8Array(length)),
    deaths: sorted(deaths, new Uint8Array(length)),
    people: undefined,
    origins: sorted(origins, new Uint8Array(length)),
    reported: { from: reportedOf('from'), by: reportedOf('by') },
    traits: {
      weapon: traitsOf('weapon'),
      attributed: traitsOf('attributed'),
      zone: traitsOf('zone'),
    },
    isUndated: sorted(isUndated, new Uint8Array(length)),
    id: sorted(id, new Uint32Array(length)),
    places: joinPlaces(tables.map(({ places }) => places)),
    layers: tables.flatMap(({ layers }) => layers),
    contents: { kind: 'texts', text: textColumn(Array.from(order, (at) => texts[at] ?? '')) },
    period,
  };
}

/** The table with these codes, and the ends that they leave open, in the order of a table. */
export async function withUnknownEnds(
  table: IncidentTable,
  codes: Uint8Array<ArrayBuffer>,
): Promise<IncidentTable> {
  const from = table.from.slice();
  const to = table.to.slice();
  fillUnknownEnds(from, to, codes);
  const period = periodOf({ ...table, isUndated: codes });
  return await inOrder([{ ...table, from, to, isUndated: codes, period }]);
}
