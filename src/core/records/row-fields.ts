import { isArea } from '../place/place.ts';
import type { FieldHome, FieldName, RecordField } from './field.ts';
import { sourcedReport, type ImportedRow } from './imported-row.ts';
import type { RecordContent } from './record-content.ts';
import { distinctPublishers } from './publisher-key.ts';
import { countSources } from './source-count.ts';

const labelled = (key: FieldName, ...homes: readonly FieldHome[]) => ({
  label: { kind: 'message', key } as const,
  homes,
});

/** Names of outlets in a list, whatever the file writes around them; else the cell, unless it is for programs. */
function sourceText({ source, sources }: ImportedRow): string {
  const names = distinctPublishers(sources.reports.flatMap(({ publisher }) => publisher ?? []));
  if (names.length > 0) return names.join('; ');
  return /^\s*[[{]/.test(source) ? '' : source;
}

/** What a row is called that has neither words nor a place: its address says more than the name of its layer. */
function titleOf({
  title,
  text,
  place,
  area,
  sources: { reports, addresses },
}: ImportedRow): string {
  if (title || text || place?.name || area) return title;
  return reports.flatMap(({ urls }) => urls)[0] ?? addresses[0] ?? '';
}

/** The fields of a row: what its columns were read as, then every cell that is not empty. */
function fieldsOf(row: ImportedRow, where: RecordContent['where']): readonly RecordField[] {
  const { time, isDated, notes, cells } = row;
  const source = sourceText(row);
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
  const { id, dataset, number, line, text, place, area, time, isDated, published } = row;
  const { reports, ...ofRow } = row.sources;
  const isOfReports = ofRow.addresses.length === 0 && ofRow.receipt === undefined;
  const where = { kind: 'read', place, area } as const;
  return {
    id,
    kind: 'incident',
    title: titleOf(row),
    text,
    place,
    area: place && isArea(place.precision) ? area : undefined,
    time: { kind: 'cells', cells: time, isDated },
    where,
    status: undefined,
    caveat: null,
    reports: {
      kind: 'named',
      reports,
      ...(isOfReports ? {} : { ofRow }),
      ...(published ? { published } : {}),
    },
    sources: countSources(reports.map(sourcedReport), ofRow.addresses.length > 0),
    origin: { dataset, number, line },
    fields: fieldsOf(row, where),
  };
}
