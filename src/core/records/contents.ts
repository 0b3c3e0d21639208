import { sortByKey } from '../base/sort-by-key.ts';
import type { Task } from '../base/task.ts';
import { assertNever } from '../base/assert-never.ts';
import { categoriesOf } from './color-scheme.ts';
import { idHash, spanAt, type IncidentTable, type Row } from './incident-table.ts';
import { KINDS, type Incident, type Weapon } from './incident.ts';
import { PLACE_PRECISIONS } from '../place/place.ts';
import { readRecordText } from './record-text.ts';
import type { IncidentRecord } from './incident-record.ts';
import { contentOf, type StoredRecord } from './stored-record.ts';
import { textAt, type TextColumn } from '../text/text-column.ts';
import { unknownEndOf } from './unknown-ends.ts';

/** A record of the codebook; the reader that built the table has checked its shape. */
function incidentAt(table: IncidentTable, text: TextColumn, row: Row): Incident {
  const { places, place, layers, layer, kind } = table;
  const at = place[row] ?? 0;
  const name = layers[layer[row] ?? 0]?.name;
  return readRecordText(textAt(text, row), {
    kind: KINDS[kind[row] ?? 0] ?? 'incident',
    target: name?.kind === 'target' ? name.target : 'unknown',
    place: {
      name: textAt(places.names, at),
      lon: places.lon[at] ?? 0,
      lat: places.lat[at] ?? 0,
      precision: PLACE_PRECISIONS[places.precision[at] ?? 0] ?? 'region',
    },
  });
}

/** A record as its data set has it; undefined where the text of a damaged file is no record. */
export function recordAt(table: IncidentTable, row: Row): StoredRecord | undefined {
  const { contents } = table;
  switch (contents.kind) {
    case 'texts':
      try {
        return { kind: 'codebook', incident: incidentAt(table, contents.text, row) };
      } catch {
        return undefined;
      }
    case 'file':
      return {
        kind: 'file',
        fileRow: contents.rows.at(row),
        contentOf: contents.contentOf,
      };
    default:
      return assertNever(contents);
  }
}

/** Decodes one record; undefined where the text of a damaged file is no record. */
export function recordedAt(
  table: IncidentTable,
  row: Row,
): Omit<IncidentRecord, 'dataset'> | undefined {
  const record = recordAt(table, row);
  if (!record) return undefined;
  const unknownEnd = unknownEndOf(table.isUndated[row]);
  return {
    ...contentOf(record),
    row,
    span: spanAt(table, row),
    unknownEnd: unknownEnd,
    layer: table.layer[row] ?? 0,
    categories: categoriesOf(table, row),
  };
}

/** Whether all words are in memory: those of a file are read again from where it lies. */
export function isInMemory({ contents }: IncidentTable): boolean {
  switch (contents.kind) {
    case 'texts':
      return true;
    case 'file':
      return false;
    default:
      return assertNever(contents);
  }
}

/** Where the words of a row are among those of its own table. */
function standingOf({ contents }: IncidentTable, row: Row): number {
  switch (contents.kind) {
    case 'texts':
      return row;
    case 'file':
      return contents.rows.offsets[row] ?? 0;
    default:
      return assertNever(contents);
  }
}

/**
 * The rows in the order in which their text is stored: reading a large file in any other
 * order costs a look at the disk for each row. Undefined: the order does not matter.
 */
export async function readingOrder(
  table: IncidentTable,
  task: Task,
): Promise<Uint32Array<ArrayBuffer> | undefined> {
  if (isInMemory(table)) return undefined;
  const rows = new Uint32Array(table.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return inReadingOrder(table, rows, task);
}

/** Some rows of a table in that order. */
export async function inReadingOrder(
  table: IncidentTable,
  rows: Uint32Array<ArrayBuffer>,
  task: Task,
): Promise<Uint32Array<ArrayBuffer>> {
  return sortByKey(rows, (row) => standingOf(table, row), task);
}

/** What was used, null where no weapon was; undefined for a row of a file, which does not say. */
export function weaponAt(table: IncidentTable, row: Row): Weapon | null | undefined {
  const { contents } = table;
  switch (contents.kind) {
    case 'texts': {
      const record = recordAt(table, row);
      return record?.kind === 'codebook' ? record.incident.weapon : null;
    }
    case 'file':
      return undefined;
    default:
      return assertNever(contents);
  }
}

/** The row of an id; undefined when there is none. Costs one pass over a column of numbers. */
export function rowOfId(table: IncidentTable, id: string): Row | undefined {
  const hash = idHash(id);
  for (let row = table.id.indexOf(hash); row !== -1; row = table.id.indexOf(hash, row + 1)) {
    const found = recordedAt(table, row);
    if (found && found.id === id) return row;
  }
  return undefined;
}

/** Bytes that the contents take: positions besides the table, and the words themselves. */
export function contentBytes({ contents }: IncidentTable): {
  readonly table: number;
  readonly text: number;
} {
  switch (contents.kind) {
    case 'texts':
      return { table: contents.text.offsets.byteLength, text: contents.text.bytes.byteLength };
    case 'file':
      return { table: contents.rows.bytes, text: 0 };
    default:
      return assertNever(contents);
  }
}
