import {
  hasOrder,
  type ColumnMapping,
  type MappingProposal,
  type TimeMapping,
} from '../../core/mapping/column-mapping.ts';
import { likelyCalendar } from '../../core/time/calendars.ts';
import { ColumnNames } from '../table/column-names.ts';
import { dateOrderEvidence } from '../../core/mapping/date-order-evidence.ts';
import { profileColumns } from '../guess/column-profile.ts';
import { withClock } from '../guess/guess-clock.ts';
import { guessMapping } from '../guess/guess-mapping.ts';
import { SCHEMAS } from '../schemas/registry.ts';
import type { DatasetSchema } from '../schemas/dataset-schema.ts';
import { textsOf, type TableSample } from '../schemas/table-sample.ts';
import { suggestSavedMapping } from '../schemas/saved.ts';
import { dateColumns, timeColumns, yearColumns } from '../../core/mapping/columns-read.ts';

function clocked(mapping: ColumnMapping, { columns, samples }: TableSample): ColumnMapping {
  const used = timeColumns(mapping.time);
  const free = profileColumns(columns, samples).filter(({ index }) => !used.includes(index));
  return { ...mapping, time: withClock(mapping.time, free) };
}

/** Whether month and day could be either, and no sample shows it; with a date that shows it. */
function openOrder(
  { samples }: TableSample,
  time: TimeMapping,
): Pick<MappingProposal, 'isDateOrderOpen' | 'openDate'> {
  if (!hasOrder(time)) return { isDateOrderOpen: false };
  const { isOpen, example } = dateOrderEvidence(textsOf(samples, ...dateColumns(time)));
  return { isDateOrderOpen: isOpen, openDate: example };
}

/** Years that look like those of another calendar are asked for: the file cannot say which it is. */
function withCalendar({ samples }: TableSample, mapping: ColumnMapping): ColumnMapping {
  return likelyCalendar(textsOf(samples, ...yearColumns(mapping.time))) === undefined
    ? mapping
    : { ...mapping, calendar: 'unknown' };
}

/**
 * What the columns of a sheet mean, by their names and by the values in `samples`, trimmed cells of
 * some hundred rows from all over it. A known layout is recognised whatever the order and case of its
 * columns; any other table is guessed, for its reader to confirm. Without a header names are ignored.
 */
export function suggestMapping(
  columns: readonly string[],
  samples: readonly (readonly string[])[],
  options: { readonly hasGeometry: boolean; readonly hasHeader: boolean },
  schemas: readonly DatasetSchema[] = SCHEMAS,
): MappingProposal {
  const width = samples.reduce((most, row) => Math.max(most, row.length), 0);
  const named = options.hasHeader
    ? columns
    : Array.from({ length: Math.max(columns.length, width) }, () => '');
  const sample: TableSample = {
    columns: named,
    names: new ColumnNames(named),
    samples,
    hasGeometry: options.hasGeometry,
  };
  const saved = suggestSavedMapping(sample, (columns, samples) =>
    suggestMapping(columns, samples, { hasGeometry: false, hasHeader: true }, schemas),
  );
  if (saved) return saved;
  for (const { detect, mayHaveClock, hasOneDateOrder } of schemas) {
    const found = detect(sample);
    if (!found) continue;
    const dated = mayHaveClock ? clocked(found, sample) : found;
    const mapping = withCalendar(sample, dated);
    const timeCandidates = dateColumns(mapping.time);
    const order = hasOneDateOrder ? { isDateOrderOpen: false } : openOrder(sample, mapping.time);
    return { mapping, isKnown: true, ...order, timeCandidates };
  }
  const { meaning: guessed, timeCandidates } = guessMapping(sample);
  const mapping = withCalendar(sample, guessed);
  return { mapping, isKnown: false, ...openOrder(sample, mapping.time), timeCandidates };
}
