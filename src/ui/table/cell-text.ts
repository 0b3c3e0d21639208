import type { RecordField } from '../../core/records/field.ts';
import { firstReported, NEVER, reportedTimeOf } from '../../core/records/reported.ts';
import type { IncidentRecord } from '../../core/records/incident-record.ts';
import { isReportedBefore, sourcesBefore } from '../../core/records/known-reports.ts';
import type { CountRange } from '../../core/records/incident.ts';
import { DAY, startOfDay, type Minute } from '../../core/time/minute.ts';
import { words } from '../../i18n/words.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from '../legend/layer-words.ts';
import { categoryWords, dateWords, placeWords } from '../list/record-words.ts';
import type { TableColumn } from './columns.ts';

/** Of what page the cells are. */
export type CellContext = {
  readonly shown: Shown;
  /** Only what was published before is counted; undefined: as known now. */
  readonly knownBefore: Minute | undefined;
};

const fieldWith = <Kind extends RecordField['kind']>(
  { fields }: IncidentRecord,
  kind: Kind,
  isWanted: (field: Extract<RecordField, { kind: Kind }>) => boolean = () => true,
): Extract<RecordField, { kind: Kind }> | undefined =>
  fields.find(
    (field): field is Extract<RecordField, { kind: Kind }> =>
      field.kind === kind && isWanted(field as Extract<RecordField, { kind: Kind }>),
  );

function categoryText(record: IncidentRecord, scale: 'weapons' | 'effects' | 'statuses'): string {
  const field = fieldWith(record, 'category', ({ value }) => value.scale === scale);
  return field ? categoryWords(field.value) : '';
}

/** What is not reported is empty, none is 0. */
function peopleText(record: IncidentRecord, key: 'killed' | 'injured'): string {
  const isKey = ({ label }: RecordField): boolean => label.kind === 'message' && label.key === key;
  const range: CountRange | null | undefined = fieldWith(record, 'range', isKey)?.value;
  return range ? words.table.range(range[0], range[1]) : '';
}

function reportedText({ reports, span }: IncidentRecord, knownBefore: Minute | undefined): string {
  if (reports.kind === 'named') return reports.published?.text ?? '';
  const known = reports.reports.filter((report) => isReportedBefore(report, span, knownBefore));
  const { by } = firstReported(
    known.map((report) => reportedTimeOf(report, span)),
    span,
  );
  return by === NEVER ? '' : words.dates.dayAndYear(startOfDay(by - DAY));
}

function governorateText({ where }: IncidentRecord): string {
  if (where.kind === 'read') return where.area;
  const { governorate, precision, name } = where.place;
  return governorate ?? (precision === 'governorate' ? name : '');
}

/** The text of a cell, as a reader reads it and copies it; empty where the record does not say. */
export function cellText(
  { key, ofFile }: TableColumn,
  record: IncidentRecord,
  { shown, knownBefore }: CellContext,
): string {
  if (ofFile !== undefined) {
    const cell = fieldWith(
      record,
      'text',
      ({ label, homes }) =>
        homes.includes('columns') && label.kind === 'column' && label.name === ofFile,
    );
    return cell?.value ?? '';
  }
  switch (key) {
    case 'title':
      return record.title || (record.text?.text ?? '');
    case 'time':
      return dateWords(record);
    case 'place':
      return placeWords(record);
    case 'governorate':
      return governorateText(record);
    case 'precision':
      return record.place ? words.ownFiles.precision(record.place.precision) : '';
    case 'layer': {
      const layer = shown.layerAt(record.layer);
      return layer ? layerWords(words, shown, layer) : '';
    }
    case 'weapon':
      return categoryText(record, 'weapons');
    case 'effect':
      return categoryText(record, 'effects');
    case 'status':
      return categoryText(record, 'statuses');
    case 'killed':
    case 'injured':
      return peopleText(record, key);
    // A denial names nobody.
    case 'attribution':
      return (fieldWith(record, 'attributions')?.value ?? [])
        .filter(({ claim }) => claim !== 'denied')
        .map(({ actor, by, claim }) => words.terms.claims[claim](actor, by))
        .join('; ');
    case 'origins':
      return words.sources.fewest(sourcesBefore(record, knownBefore));
    case 'reported':
      return reportedText(record, knownBefore);
    default:
      return '';
  }
}
