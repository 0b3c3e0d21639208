import type { Incident } from '../../core/incident/incident.ts';
import { findQuote } from '../../core/source/find-quote.ts';
import type { SourceDocument } from '../../core/source/source-document.ts';
import { DAY, readIsoText } from '../../core/time/minute.ts';
import { overlaps, type Span } from '../../core/time/span.ts';
import { shown, type FieldFault } from '../../formats/geojson/check-shape.ts';
import type { Readable } from '../../formats/geojson/readable-record.ts';

export type SourceText = { readonly document: SourceDocument; readonly text: string };

const idInText = /(?<![\w-])(?:ap-)?\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)+/g;

/** Every quote stands word for word in the text that has the address of its report. */
export function quoteFaults(
  record: Readable<Incident>,
  sources: readonly SourceText[],
): readonly FieldFault[] {
  return (record.reports ?? []).flatMap((report, i): readonly FieldFault[] => {
    const { quote, url } = report ?? {};
    if (quote === undefined || url === undefined) return [];
    const field = `reports.${i}.quote`;
    const texts = sources.filter(({ document }) => document.url === url);
    if (texts.length === 0)
      return [
        {
          field,
          problem: 'is from an address whose text is not kept',
          expected: `a text of ${url} in sources/index.json`,
        },
      ];
    if (texts.some(({ text }) => findQuote(text, { exact: quote }))) return [];
    const files = texts.map(({ document }) => document.file).join(', ');
    return [
      {
        field,
        problem: `${shown(quote)} does not stand in the source text`,
        expected: `the exact words of sources/${files}`,
      },
    ];
  });
}

/** Records that a text points to by their ids exist. */
export function mentionFaults(
  record: Readable<Incident>,
  ids: ReadonlySet<string>,
): readonly FieldFault[] {
  const texts = [
    ['summary', record.summary],
    ['time_note', record.time_note],
    ['place.note', record.place?.note],
    ['caveat', record.caveat],
  ] as const;
  return texts.flatMap(([field, text]) =>
    [...(text ?? '').matchAll(idInText)]
      .filter(([id]) => !ids.has(id))
      .map(([id]) => ({
        field,
        problem: `names ${id}, which is no record`,
        expected: 'the id of a record of this file',
      })),
  );
}

/** The date in an id is one that the record's time may mean. */
export function idDateFaults(
  record: Readable<Incident>,
  span: Span | undefined,
): readonly FieldFault[] {
  const date = /\d{4}-\d{2}-\d{2}/.exec(record.id ?? '')?.[0];
  if (date === undefined || span === undefined) return [];
  const from = readIsoText(date);
  if (from !== undefined && overlaps(span, { from, to: from + DAY })) return [];
  return [
    {
      field: 'id',
      problem: `begins with ${date}, but the time is ${record.time ?? ''}`,
      expected: 'a date of the time',
    },
  ];
}
