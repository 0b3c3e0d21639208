import type { NamedArea } from '../../core/place/named-area.ts';
import { FILE_LABEL, type ExaminedRecord } from '../../formats/native/examine-collection.ts';
import { byReader, isError, type CheckFault, type Finding } from './check-fault.ts';
import { copiedRecords, placePointFaults, reportFaults } from './copy-rules.ts';
import {
  attributionFindings,
  casualtiesFindings,
  ownWordsFindings,
  weaponFindings,
} from './event-rules.ts';
import { originFaults, originRuleFindings } from './origin-rules.ts';
import {
  areaFindings,
  basisFindings,
  decimalFindings,
  governorateFindings,
  precisionFindings,
} from './place-rules.ts';
import { hashFindings } from './receipt-rules.ts';
import { reportFindings } from './report-rules.ts';
import { spellingFaults } from './spelling-rules.ts';
import { textMarkFindings } from './text-marks.ts';
import { mentionFindings, quoteFindings, type SourceText } from './text-rules.ts';
import { idDateFindings, publishedFindings, timeFindings, type TimeSetting } from './time-rules.ts';

/** Files that records are checked against; undefined if a file could not be read. */
export type Library = TimeSetting & {
  readonly areas: readonly NamedArea[] | undefined;
  readonly sources: readonly SourceText[] | undefined;
  /** Ids of records that could not be read but exist. */
  readonly unreadIds: readonly string[];
  /** False if records are missing from the file: then an unknown id is not an error. */
  readonly isWhole: boolean;
};

function placeFindings(
  place: ExaminedRecord['readable']['place'],
  areas: readonly NamedArea[] | undefined,
): readonly Finding[] {
  if (!place) return [];
  const ofAreas = areas
    ? [
        ...governorateFindings(place, areas),
        ...areaFindings(place, areas),
        ...precisionFindings(place, areas),
      ]
    : [];
  return [...decimalFindings(place), ...basisFindings(place), ...ofAreas];
}

function recordFaults(
  { label, faults, readable, span }: ExaminedRecord,
  library: Library,
  ids: ReadonlySet<string>,
): readonly CheckFault[] {
  const ofTime = timeFindings(readable, span, library);
  const findings = [
    ...idDateFindings(readable, span),
    ...ofTime,
    ...placeFindings(readable.place, library.areas),
    ...weaponFindings(readable),
    ...casualtiesFindings(readable),
    ...attributionFindings(readable),
    ...publishedFindings(readable, ofTime.some(isError) ? undefined : span, library.today),
    ...reportFindings(readable),
    ...originRuleFindings(readable),
    ...textMarkFindings(readable),
    ...ownWordsFindings(readable),
    ...(library.isWhole ? mentionFindings(readable, ids) : []),
    ...(library.sources ? quoteFindings(readable, library.sources) : []),
    ...(library.sources ? hashFindings(readable, library.sources) : []),
  ];
  return [...faults.map(byReader), ...findings.map((one) => ({ record: label, ...one }))];
}

/** Returns the faults of each record in the order of the file, then those between records. */
export function checkRecords(
  records: readonly ExaminedRecord[],
  library: Library,
): readonly CheckFault[] {
  const ids = new Set([
    ...records.flatMap(({ readable }) => readable.id ?? []),
    ...library.unreadIds,
  ]);
  const ofFile =
    records.length === 0 && library.unreadIds.length === 0
      ? [
          {
            record: FILE_LABEL,
            rule: 'no-records',
            field: 'features',
            problem: 'holds no record',
            expected: 'at least one record',
          },
        ]
      : [];
  return [
    ...ofFile,
    ...records.flatMap((record) => recordFaults(record, library, ids)),
    ...copiedRecords(records),
    ...spellingFaults(records),
    ...placePointFaults(records),
    ...reportFaults(records),
    ...originFaults(records),
  ];
}
