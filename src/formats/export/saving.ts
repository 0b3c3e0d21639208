import { passesPossibly } from '../../core/filters/known-before.ts';
import { spanAt, type IncidentTable, type Row } from '../../core/records/incident-table.ts';
import { periodsText, type ComparedPeriods } from '../../core/time/in-periods.ts';
import { DAY, isoText, type Minute } from '../../core/time/minute.ts';

/** Of what page the rows are. */
export type Saving = {
  readonly setNames: ReadonlyMap<number, string>;
  /** What the reader had chosen, in words; empty: nothing. */
  readonly selection: string;
  /** The rows are as known before a time; undefined: as known now. */
  readonly knownBefore: Minute | undefined;
  /** Two periods that are compared; undefined: one is shown. */
  readonly periods?: ComparedPeriods | undefined;
  /** Rows of a table that pass the other filters only possibly; undefined: none does. */
  readonly possibleIn?: ((table: IncidentTable) => ((row: Row) => boolean) | undefined) | undefined;
};

/** What a row says of the page that it was saved from. */
export type ChosenCells = Readonly<Record<'known' | 'period' | 'selection', string>>;

/** A row that may not be meant says so. */
export function chosenCells(
  { selection, knownBefore, periods, possibleIn }: Saving,
  table: IncidentTable,
): (row: Row) => ChosenCells {
  const isPossiblyKnown = passesPossibly(table, { knownBefore });
  const isPossible = possibleIn?.(table);
  const known = knownBefore === undefined ? '' : `by ${isoText(knownBefore - DAY)}`;
  return (row) => ({
    known: isPossiblyKnown?.(row) ? `possibly ${known}` : known,
    period: periods ? periodsText(periods, spanAt(table, row)) : '',
    selection: selection !== '' && isPossible?.(row) ? `possibly: ${selection}` : selection,
  });
}
