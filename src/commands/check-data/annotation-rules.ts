import type { Annotation, DatasetInfo } from '../../core/records/dataset-info.ts';
import { recordFigureName, RECORD_FIGURES } from '../../core/records/record-figures.ts';
import { isArea } from '../../core/place/place.ts';
import { namesIn } from '../../core/text/template.ts';
import { DAY, readIsoText } from '../../core/time/minute.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { ExaminedRecord } from '../../formats/native/examine-collection.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { CheckFault, Finding } from './check-fault.ts';

/** Characters that have room on the map and over the timeline. */
const MAX_LENGTHS = { title: 48, short: 26, text: 64 } as const;
/** More captions would cover what they explain. */
const MAX_ANNOTATIONS = 5;
const PARTS = ['title', 'short', 'text'] as const;

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** English month names, whole or cut, as words of their own; `May` and `March` only next to a number. */
const DATE =
  /\b(?:Jan|Feb|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b\d{1,2} (?:March|Mar|May)\b|\b(?:March|Mar|May) \d{1,2}\b/;

type Words = { readonly field: string; readonly text: string; readonly max: number };

const wordsOf = (annotation: Annotation): readonly Words[] =>
  PARTS.flatMap((part) =>
    Object.entries(annotation[part]).map(([language, text]) => ({
      field: `${part}.${language}`,
      text,
      max: MAX_LENGTHS[part],
    })),
  );

/** What the records say in our own words: figures in a caption must be among these. */
const ownWords = (records: readonly ExaminedRecord[]): string =>
  records
    .flatMap(({ readable: { title, summary, reports } }) => [
      title ?? '',
      summary ?? '',
      ...(reports ?? []).map((report) => report?.says ?? ''),
    ])
    .join('\n');

const numbersIn = (text: string): readonly string[] =>
  (text.match(NUMBER) ?? []).map((number) => number.replaceAll(/[.,]/g, ''));

function figureFinding(
  { field }: Words,
  name: string,
  records: readonly ExaminedRecord[],
): readonly Finding[] {
  const isKnown = records.some(({ readable }) =>
    RECORD_FIGURES.some(
      (figure) => name === recordFigureName(figure, readable.id ?? '') && readable[figure],
    ),
  );
  if (isKnown) return [];
  return [
    {
      rule: 'annotation-figure',
      field,
      problem: `names ${shown(name)}, which its records do not give`,
      expected: 'killed.of.<id> or injured.of.<id> of one of its incidents that says so',
    },
  ];
}

function wordsFindings(words: Words, records: readonly ExaminedRecord[]): readonly Finding[] {
  const { field, text, max } = words;
  const names = namesIn(text);
  const plain = text.replaceAll(/\{[^{}]*\}/g, '00');
  const given = new Set(numbersIn(ownWords(records)));
  const unknown = numbersIn(text.replaceAll(/\{[^{}]*\}/g, '')).filter((one) => !given.has(one));
  return [
    ...names.flatMap((name) => figureFinding(words, name, records)),
    ...unknown.map((number) => ({
      rule: 'annotation-number',
      field,
      problem: `has the number ${number}, which its records do not give`,
      expected: 'a number from the words of its records, or the name of a figure',
    })),
    ...(DATE.test(text)
      ? [
          {
            rule: 'annotation-date',
            field,
            problem: 'has a date',
            expected: 'words without a date: the page takes it from the records',
          },
        ]
      : []),
    ...(plain.length > max
      ? [
          {
            rule: 'annotation-length',
            field,
            problem: `has ${plain.length} characters`,
            expected: `at most ${max}`,
          },
        ]
      : []),
  ];
}

/** The days of a view; undefined where they are none. */
function windowOf({ view: { from, to } }: Annotation): TimeRange | undefined {
  const [start, end] = [readIsoText(from), readIsoText(to)];
  if (start === undefined || end === undefined || start >= end) return undefined;
  return start % DAY === 0 && end % DAY === 0 ? { from: start, to: end } : undefined;
}

const isInside = (inner: TimeRange, outer: TimeRange): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

function viewFindings(
  annotation: Annotation,
  records: readonly ExaminedRecord[],
  period: TimeRange,
): readonly Finding[] {
  const { view, incidents } = annotation;
  const window = windowOf(annotation);
  const about = records.find(({ readable }) => readable.id === view.record);
  const place = about?.readable.place;
  const hasPoint = place?.precision !== undefined && !isArea(place.precision);
  const found = (field: string, problem: string, expected: string): Finding => ({
    rule: 'annotation-view',
    field,
    problem,
    expected,
  });
  return [
    ...(window
      ? []
      : [found('view', `is from ${shown(view.from)} to ${shown(view.to)}`, 'days in order')]),
    ...(window && !isInside(window, period)
      ? [found('view', 'is not within the period of the data', 'days that `coverage` covers')]
      : []),
    ...(incidents.includes(view.record)
      ? []
      : [found('view.record', `is ${shown(view.record)}`, 'one of its incidents')]),
    ...(about && !hasPoint
      ? [found('view.record', 'is known only to an area', 'an incident with a point')]
      : []),
    ...records.flatMap(({ label, span }) =>
      window && span && !isInside(span, window)
        ? [found('view', `does not hold ${label}`, 'days that hold all its incidents')]
        : [],
    ),
  ];
}

function incidentFindings(
  { incidents }: Annotation,
  byId: ReadonlyMap<string, ExaminedRecord>,
): readonly Finding[] {
  return incidents.flatMap((id, i): readonly Finding[] => {
    const record = byId.get(id);
    if (record && (record.readable.kind ?? 'incident') === 'incident') return [];
    return [
      {
        rule: 'annotation-incident',
        field: `incidents.${i}`,
        problem: record ? `is a ${record.readable.kind ?? ''}` : `${shown(id)} names no record`,
        expected: 'the id of an incident',
      },
    ];
  });
}

/**
 * Checks the annotations of a data set against its records: the incidents are there, the words have no
 * figure and no date that the incidents do not give, and the view holds all of them.
 */
export function annotationFaults(
  { annotations, coverage }: Pick<DatasetInfo, 'annotations' | 'coverage'>,
  records: readonly ExaminedRecord[],
): readonly CheckFault[] {
  const byId = new Map(records.flatMap((one) => (one.readable.id ? [[one.readable.id, one]] : [])));
  const period = {
    from: Math.min(...coverage.map(({ from }) => readIsoText(from) ?? Infinity)),
    to: Math.max(...coverage.map(({ to }) => readIsoText(to) ?? -Infinity)),
  };
  const ofList: readonly CheckFault[] =
    annotations.length > MAX_ANNOTATIONS
      ? [
          {
            record: 'dataset',
            rule: 'annotation-count',
            field: 'annotations',
            problem: `are ${annotations.length}`,
            expected: `at most ${MAX_ANNOTATIONS}`,
          },
        ]
      : [];
  const ofEach = annotations.flatMap((annotation, i) => {
    const own = annotation.incidents.flatMap((id) => byId.get(id) ?? []);
    const findings = [
      ...incidentFindings(annotation, byId),
      ...wordsOf(annotation).flatMap((words) => wordsFindings(words, own)),
      ...viewFindings(annotation, own, period),
    ];
    return findings.map((one) => ({
      ...one,
      record: 'dataset',
      field: `annotations.${i}.${one.field}`,
    }));
  });
  return [...ofList, ...ofEach];
}
