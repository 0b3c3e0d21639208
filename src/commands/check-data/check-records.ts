import type { RecordFault } from '../../core/incident/reading-report.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import type { FieldFault } from '../../formats/geojson/check-shape.ts';
import type { ExaminedRecord } from '../../formats/geojson/examine-collection.ts';
import { areaFaults, decimalFaults, governorateFaults } from './place-rules.ts';
import { idDateFaults, mentionFaults, quoteFaults, type SourceText } from './text-rules.ts';

/** What records are checked against; undefined where it could not be read. */
export type Library = {
  readonly areas: readonly NamedArea[] | undefined;
  readonly sources: readonly SourceText[] | undefined;
};

function placeFaults(
  place: ExaminedRecord['readable']['place'],
  areas: readonly NamedArea[] | undefined,
): readonly FieldFault[] {
  if (!place) return [];
  const ofAreas = areas ? [...governorateFaults(place, areas), ...areaFaults(place, areas)] : [];
  return [...decimalFaults(place), ...ofAreas];
}

/** All faults of all records in the order of the file: the reader's, then those of the codebook. */
export function checkRecords(
  records: readonly ExaminedRecord[],
  library: Library,
): readonly RecordFault[] {
  const ids = new Set(records.flatMap(({ readable }) => readable.id ?? []));
  return records.flatMap(({ label, faults, readable, span }) => {
    const ofCodebook = [
      ...idDateFaults(readable, span),
      ...placeFaults(readable.place, library.areas),
      ...mentionFaults(readable, ids),
      ...(library.sources ? quoteFaults(readable, library.sources) : []),
    ];
    return [...faults, ...ofCodebook.map((fault) => ({ record: label, ...fault }))];
  });
}
