import type { Incident } from '../../core/records/incident.ts';
import { findQuote } from '../../core/evidence/find-quote.ts';
import type { SourceDocument } from '../../core/evidence/source-document.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { Finding } from './check-fault.ts';
import { editDistance } from './edit-distance.ts';

export type SourceText = {
  readonly document: SourceDocument;
  readonly text: string;
  /** Of its bytes, as hexadecimal digits. */
  readonly sha256: string;
};

/** Each quote occurs word for word in the kept text with the URL of its report. */
export function quoteFindings(
  record: Readable<Incident>,
  sources: readonly SourceText[],
): readonly Finding[] {
  return (record.reports ?? []).flatMap((report, i): readonly Finding[] => {
    const { quote, url } = report ?? {};
    if (quote === undefined || url === undefined) return [];
    const base = { rule: 'quote', field: `reports.${i}.quote` };
    const texts = sources.filter(({ document }) => document.url === url);
    if (texts.length === 0)
      return [
        {
          ...base,
          problem: 'is from an address whose text is not kept',
          expected: `a text of ${url} in sources/index.json`,
        },
      ];
    if (texts.some(({ text }) => findQuote(text, { exact: quote })))
      return /\S\s+\S/.test(quote)
        ? []
        : [
            {
              ...base,
              problem: `${shown(quote)} is a single word`,
              expected: 'a passage that can be found again',
              reason: 'a source may be quoted for one word',
            },
          ];
    const files = texts.map(({ document }) => document.file).join(', ');
    return [
      {
        ...base,
        problem: `${shown(quote)} is not in the source text`,
        expected: `the exact words of sources/${files}`,
      },
    ];
  });
}

/** Words joined by hyphens, underscores or dashes: what an id looks like, also when it is mistyped. */
const JOINED = /[\p{L}\p{N}]+(?:[-_–—‑][\p{L}\p{N}]+){2,}/gu;
const DATED = /^(?:ap-)?\d{2,4}[-_–—‑]?\d{1,2}[-_–—‑]?\d{1,2}[-_–—‑]\p{L}/u;
const MAX_TYPING_ERRORS = 4;

function nearestId(word: string, ids: readonly string[]): string | undefined {
  const near = ids
    .filter((id) => Math.abs(id.length - word.length) <= MAX_TYPING_ERRORS)
    .map((id) => [editDistance(word.toLowerCase(), id), id] as const)
    .filter(([distance]) => distance <= MAX_TYPING_ERRORS)
    .sort(([a], [b]) => a - b);
  return near[0]?.[1] ?? ids.find((id) => id.startsWith(`${word}-`) || id.endsWith(`-${word}`));
}

/** Record ids in a text exist; an id close to an existing one is reported as a typing error. */
export function mentionFindings(
  record: Readable<Incident>,
  ids: ReadonlySet<string>,
): readonly Finding[] {
  const texts: readonly (readonly [field: string, text: string | null | undefined])[] = [
    ['title', record.title],
    ['summary', record.summary],
    ['time_note', record.time_note],
    ['place.note', record.place?.note],
    ['caveat', record.caveat],
    ...(record.reports ?? []).map((report, i) => [`reports.${i}.says`, report?.says] as const),
  ];
  const known = [...ids];
  return texts.flatMap(([field, text]) =>
    [...(text ?? '').matchAll(JOINED)].flatMap(([word]): readonly Finding[] => {
      if (word === record.id)
        return [
          {
            rule: 'mention-of-itself',
            field,
            problem: `names ${word}, which is this record`,
            expected: 'the id of another record',
          },
        ];
      if (ids.has(word) || !/\p{L}{2}/u.test(word)) return [];
      const nearest = nearestId(word, known);
      if (nearest === undefined && !DATED.test(word)) return [];
      return [
        {
          rule: 'mention',
          field,
          problem: `names ${word}, which is no record`,
          expected: nearest ?? 'the id of a record of this file',
        },
      ];
    }),
  );
}
