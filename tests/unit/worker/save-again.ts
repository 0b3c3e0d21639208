import type { IncidentTable } from '../../../src/core/records/incident-table.ts';
import { spanAt } from '../../../src/core/records/incident-table.ts';
import { recordAt, recordedAt } from '../../../src/core/records/contents.ts';
import { textAt } from '../../../src/core/text/text-column.ts';
import { savedColumns } from '../../../src/core/records/saved-columns.ts';
import { OPEN_BEGIN, OPEN_END } from '../../../src/core/records/unknown-ends.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import type { Saving } from '../../../src/formats/export/saving.ts';
import { rowsCsv } from '../../../src/worker/export-csv.ts';
import { openFile, type OpenedFile } from './import-file.ts';

const NAMES = new Map([[1, 'made-up file']]);

/** Rows of one or several tables as they are saved; all of them if none are chosen. */
export async function saved(
  tables: IncidentTable | readonly IncidentTable[],
  names = NAMES,
  chosen?: readonly number[],
  view: Omit<Saving, 'setNames'> = { selection: '', knownBefore: undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [tables].flat().map((table) => ({
    table,
    rows: Uint32Array.from(chosen ?? Array.from({ length: table.length }, (_, row) => row)),
  }));
  return new Uint8Array(
    await (await rowsCsv(parts, { setNames: names, ...view }, UNINTERRUPTED)).arrayBuffer(),
  );
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const opened = async (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Extract<OpenedFile, { kind: 'set' }>> => {
  const one = await openFile(name, bytes);
  if (one.kind === 'fault') throw new Error(`${name}: ${one.fault.kind}`);
  return one;
};

/** Without the empty cells at its end and the white space around them, which say nothing. */
function trimmed(all: readonly string[]): readonly string[] {
  const cells = all.map((text) => text.trim());
  let { length } = cells;
  while (length > 0 && cells[length - 1] === '') length--;
  return cells.slice(0, length);
}

/** The cells of a file's own columns. */
function ownCells(table: IncidentTable, row: number): readonly string[] {
  if (table.contents.kind !== 'file') return [];
  const { rows } = table.contents;
  const added = new Set(Object.values(savedColumns(rows.columns) ?? {}));
  return trimmed(rows.complete(row).cells.filter((_, column) => !added.has(column)));
}

export const ownColumns = (table: IncidentTable): readonly string[] => {
  if (table.contents.kind !== 'file') return [];
  const { columns } = table.contents.rows;
  const added = new Set(Object.values(savedColumns(columns) ?? {}));
  return columns.filter((_, column) => !added.has(column));
};

type ReadRow = {
  readonly span: { readonly from: number; readonly to: number } | undefined;
  readonly unknownEnds: number | undefined;
};

/** Each row as it is read, in the order of the file; of some rows only, if they are chosen. */
export function readRows(table: IncidentTable, chosen?: readonly number[]): readonly ReadRow[] {
  return (chosen ?? Array.from({ length: table.length }, (_, row) => row))
    .map((row) => {
      const recorded = recordedAt(table, row);
      const record = recordAt(table, row);
      if (!recorded || !record) throw new Error('A row without a record.');
      const isFile = record.kind === 'file';
      const { place } = recorded;
      return {
        number: isFile ? record.fileRow.number : row,
        row: {
          cells: ownCells(table, row),
          place: place && [place.lon, place.lat, place.precision, place.name],
          name: textAt(table.places.names, table.place[row] ?? 0),
          area: isFile ? record.fileRow.area : recorded.area,
          span: table.isUndated[row] === 1 ? undefined : spanAt(table, row),
          unknownEnds: table.isUndated[row],
          category: isFile ? record.fileRow.category : record.incident.target,
        },
      };
    })
    .toSorted((a, b) => a.number - b.number)
    .map(({ row }) => row);
}

/** Without the ends that nobody knows, which are those of the other rows of a table. */
export const withKnownEnds = (rows: readonly ReadRow[]): readonly unknown[] =>
  rows.map(({ span, unknownEnds, ...row }) => ({
    ...row,
    unknownEnds,
    from: unknownEnds === OPEN_BEGIN ? undefined : span?.from,
    to: unknownEnds === OPEN_END ? undefined : span?.to,
  }));
