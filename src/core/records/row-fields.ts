import { isArea } from '../place/place.ts';
import type { FieldHome, FieldName, RecordField } from './field.ts';
import { sourcedReport, type ImportedRow } from './imported-row.ts';
import type { RecordContent } from './record-content.ts';
import { countSources } from './source-count.ts';

const labelled = (key: FieldName, ...homes: readonly FieldHome[]) => ({
  label: { kind: 'message', key } as const,
  homes,
});

/** The fields of a row: what its columns were read as, then every cell that is not empty. */
function fieldsOf(row: ImportedRow, where: RecordContent['where']): readonly RecordField[] {
  const { time, isDated, notes, source, cells } = row;
  return [
    {
      kind: 'time',
      ...labelled('when', 'facts'),
      value: { kind: 'cells', cells: time, isDated },
    },
    { kind: 'place', ...labelled('where', 'facts'), value: where },
    { kind: 'layer', ...labelled('layer', 'facts', 'card'), value: null },
    ...(source === ''
      ? []
      : [{ kind: 'text', ...labelled('source', 'card'), value: source } as const]),
    ...(notes.length === 0
      ? []
      : [{ kind: 'notes', ...labelled('noted', 'facts'), value: notes } as const]),
    ...cells.map(({ column, text }): RecordField => ({
      kind: 'text',
      label: { kind: 'column', name: column },
      homes: ['columns'],
      value: text,
    })),
  ];
}

/** A row of a file as any record: nothing is known of it besides what its columns were read as. */
export function contentOfRow(row: ImportedRow): RecordContent {
  const { id, dataset, number, line, title, text, place, area, time, isDated, reports } = row;
  const where = { kind: 'read', place, area } as const;
  return {
    id,
    kind: 'incident',
    title,
    text,
    place,
    area: place && isArea(place.precision) ? area : undefined,
    time: { kind: 'cells', cells: time, isDated },
    where,
    status: undefined,
    caveat: null,
    reports: { kind: 'named', reports },
    sources: countSources(reports.map(sourcedReport)),
    origin: { dataset, number, line },
    fields: fieldsOf(row, where),
  };
}
