import {
  hasOrder,
  type ColumnMapping,
  type PlaceMapping,
  type MappingProposal,
  type TimeMapping,
} from './column-mapping.ts';
import { dateColumns, yearColumns } from './columns-read.ts';
import type { ColumnIndex } from '../records/column-index.ts';
import type { Calendar } from '../time/date-order.ts';
import type { SampleRow } from './sample-row.ts';
import { likelyCalendar } from '../time/calendars.ts';
import { assertNever } from '../base/assert-never.ts';
import { dateOrderEvidence, type DateOrderEvidence } from './date-order-evidence.ts';

/** The columns that a time is read from by its numbers' order; none where there is no order. */
const orderedColumns = (time: TimeMapping): readonly ColumnIndex[] =>
  hasOrder(time) ? [...new Set(dateColumns(time))] : [];

const isSame = (a: readonly ColumnIndex[], b: readonly ColumnIndex[]): boolean =>
  a.length === b.length && a.every((column, at) => column === b[at]);

/** What a change of the mapping starts from: the proposal, and the rows available. */
export type EditableMapping = {
  readonly proposal: MappingProposal;
  readonly columns: number;
  readonly samples: readonly SampleRow[];
};

const cellsOf = (samples: readonly SampleRow[], columns: readonly ColumnIndex[]): string[] =>
  samples.flatMap(({ cells }) => columns.map((column) => cells[column] ?? ''));

/** The same place, written in another way: as was proposed, else in the first columns. */
export function placeOfKind(
  kind: PlaceMapping['kind'],
  { proposal, columns }: EditableMapping,
): PlaceMapping {
  const proposed = proposal.mapping.place;
  if (proposed.kind === kind) return proposed;
  switch (kind) {
    case 'two':
      return { kind, latitude: 0, longitude: columns > 1 ? 1 : 0 };
    case 'one':
      return {
        kind,
        column: proposed.kind === 'two' ? proposed.latitude : 0,
        order: 'latitude-first',
      };
    case 'geometry':
    case 'none':
      return { kind };
    default:
      return assertNever(kind);
  }
}

/** The same time, written in another way: as was proposed, else from the column it stood in. */
export function timeOfKind(
  kind: TimeMapping['kind'],
  before: TimeMapping,
  { proposal }: EditableMapping,
): TimeMapping {
  const proposed = proposal.mapping.time;
  if (proposed.kind === kind) return proposed;
  const [column = 0] = dateColumns(before.kind === 'none' ? proposed : before);
  switch (kind) {
    case 'one':
      return { kind, column, order: 'ymd' };
    case 'leading':
      return { kind, column: proposal.mapping.title ?? column, order: 'ymd' };
    case 'interval':
      return { kind, from: column, to: column, order: 'ymd' };
    case 'parts':
      return { kind, year: column, month: undefined, day: undefined };
    case 'epoch':
      return { kind, column, unit: 'seconds' };
    case 'none':
      return { kind };
    default:
      return assertNever(kind);
  }
}

/** What the columns of a time show of their date order. The proposal has seen more rows than the samples. */
export function dateOrderOf(
  time: TimeMapping,
  { proposal, samples }: EditableMapping,
): DateOrderEvidence {
  const columns = orderedColumns(time);
  return isSame(columns, orderedColumns(proposal.mapping.time))
    ? proposal.dateOrder
    : dateOrderEvidence(cellsOf(samples, columns));
}

/** Whether the calendar is for the reader to say, with the first date that asks for it. */
export function openCalendar(
  { time, calendar }: ColumnMapping,
  { samples }: EditableMapping,
): { readonly likely: Calendar; readonly example: string } | undefined {
  const columns = yearColumns(time);
  if (columns.length === 0) return undefined;
  const texts = cellsOf(samples, columns);
  const likely = likelyCalendar(texts) ?? (calendar === undefined ? undefined : 'solar-hijri');
  const example = texts.find((text) => likelyCalendar([text]) === likely) ?? texts[0] ?? '';
  return likely && { likely, example };
}

/**
 * A mapping with another time. Where other columns are read, their cells show the order of day and month, or
 * it has to be asked. An order that the reader chose is kept; `isDateOrderAsked` undefined: as before.
 */
export function withTime(
  mapping: ColumnMapping,
  time: TimeMapping,
  changeable: EditableMapping,
): { readonly mapping: ColumnMapping; readonly isDateOrderAsked: boolean | undefined } {
  if (!hasOrder(time)) return { mapping: { ...mapping, time }, isDateOrderAsked: false };
  const columns = orderedColumns(time);
  const before = mapping.time;
  if (hasOrder(before) && isSame(columns, orderedColumns(before)))
    return before.kind === time.kind
      ? { mapping: { ...mapping, time }, isDateOrderAsked: false }
      : {
          mapping: { ...mapping, time: { ...time, order: before.order } },
          isDateOrderAsked: undefined,
        };
  const { order, isOpen } = dateOrderOf(time, changeable);
  return { mapping: { ...mapping, time: { ...time, order } }, isDateOrderAsked: isOpen };
}
