import {
  hasOrder,
  type ColumnMapping,
  type MappingProposal,
  type TimeMapping,
} from '../../core/mapping/column-mapping.ts';
import { likelyCalendar } from '../../core/time/calendars.ts';
import { ColumnNames } from '../table/column-names.ts';
import {
  dateOrderEvidence,
  NO_SHORT_DATES,
  type DateOrderEvidence,
} from '../../core/mapping/date-order-evidence.ts';
import { profileColumns } from '../guess/column-profile.ts';
import { withClock } from '../guess/guess-clock.ts';
import { guessMapping } from '../guess/guess-mapping.ts';
import { guessReceipt } from '../guess/guess-receipt.ts';
import { SCHEMAS } from '../schemas/registry.ts';
import type { DatasetSchema } from '../schemas/dataset-schema.ts';
import { textsOf, type TableSample } from '../schemas/table-sample.ts';
import { suggestSavedMapping } from '../schemas/saved.ts';
import {
  columnsRead,
  dateColumns,
  timeColumns,
  yearColumns,
} from '../../core/mapping/columns-read.ts';

/** A file of a known layout may have columns of its own for archived copies. */
function withReceipt(mapping: ColumnMapping, { columns, samples }: TableSample): ColumnMapping {
  const read = new Set(columnsRead(mapping).map(({ column }) => column));
  const free = profileColumns(columns, samples).filter(({ index }) => !read.has(index));
  return { ...guessReceipt(free), ...mapping };
}

function clocked(mapping: ColumnMapping, { columns, samples }: TableSample): ColumnMapping {
  const used = timeColumns(mapping.time);
  const free = profileColumns(columns, samples).filter(({ index }) => !used.includes(index));
  return { ...mapping, time: withClock(mapping.time, free) };
}

/** What the samples show of the order of day and month. The order of a schema is the mapping's. */
function dateOrderOf(
  { samples }: TableSample,
  time: TimeMapping,
  hasOneOrder = false,
): DateOrderEvidence {
  if (!hasOrder(time)) return NO_SHORT_DATES;
  const evidence = dateOrderEvidence(textsOf(samples, ...dateColumns(time)));
  return hasOneOrder
    ? { ...evidence, order: time.order, isOpen: false, example: undefined }
    : evidence;
}

/** Years that look like those of another calendar are asked for: the file cannot say which it is. */
function withCalendar({ samples }: TableSample, mapping: ColumnMapping): ColumnMapping {
  return likelyCalendar(textsOf(samples, ...yearColumns(mapping.time))) === undefined
    ? mapping
    : { ...mapping, calendar: 'unknown' };
}

/**
 * What the columns of a table mean, by their names and by the values in `samples`, trimmed cells of
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
    const mapping = withCalendar(sample, withReceipt(dated, sample));
    const timeCandidates = dateColumns(mapping.time);
    const dateOrder = dateOrderOf(sample, mapping.time, hasOneDateOrder);
    return { mapping, isKnown: true, dateOrder, timeCandidates };
  }
  const { mapping: guessed, timeCandidates } = guessMapping(sample);
  const mapping = withCalendar(sample, guessed);
  const dateOrder = dateOrderOf(sample, mapping.time);
  return { mapping, isKnown: false, dateOrder, timeCandidates };
}
