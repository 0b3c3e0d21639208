/**
 * Finds the page's messages on screen, so that no journey holds a sentence of its own: a change of
 * wording changes the messages alone.
 */
import { words as en } from '../../src/i18n/words.ts';
import type { ImportReport } from '../../src/core/mapping/import-report.ts';
import type { TimeRange } from '../../src/core/time/time-range.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export const exactly = (text: string): RegExp => new RegExp(`^${escaped(text)}$`);
export const starting = (text: string): RegExp => new RegExp(`^${escaped(text)}`);
export const anyOf = (texts: readonly string[]): RegExp => new RegExp(texts.map(escaped).join('|'));

/** `Move back`, of two names of one button. */
export function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length).trim();
}

const longest = (parts: readonly string[]): string =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '').trim();

/** The longest part of a message that is the same whatever is put in. */
export const fixedPart = (message: (text: string) => string): string =>
  longest(message('¤').split(/[\u2068\u2069¤]+/));

/** The same of a message about a span of time. */
export function aboutAnySpan(message: (span: TimeRange) => string): string {
  const span = { from: 0, to: 1440 };
  return longest(message(span).split(en.dates.span(span, true)));
}

/** The notice after a made-up file was read: all rows are kept but those without a place. */
export function readingNotice(file: string, read: number, unplaced = 0, host?: string): string {
  const report: ImportReport = {
    file,
    schema: 'table',
    format: { format: 'csv' },
    read,
    kept: read - unplaced,
    unplaced,
    undated: 0,
    dropped: 0,
    groups: [],
    outlinesLeftOut: 0,
  };
  return en.faults.sentence({ kind: 'file-read', dataset: 1, report, answeredBy: host });
}

/** Two numbers that no digit of each other, nor of a one, stands in for. */
const [MANY, MORE] = [73, 58];

type Count = { readonly certain: number; readonly possible: number };

/** Each form of a count, the longer before those that they contain. */
const formsOf = (sentence: (count: Count) => string) =>
  [
    [MANY, MORE],
    [1, MORE],
    [MANY, 1],
    [1, 1],
    [0, MORE],
    [0, 1],
    [MANY, 0],
    [1, 0],
    [0, 0],
  ].map(([certain = 0, possible = 0]) => {
    const pattern = escaped(sentence({ certain, possible }))
      .replace(String(MANY), '(?<certain>[\\d,]+)')
      .replace(String(MORE), '(?<possible>[\\d,]+)');
    return { pattern: new RegExp(`(?<![\\d,])${pattern}(?!\\w)`, 'i'), certain, possible };
  });

/** What a count may be of: all incidents, or attacks and halts apart. */
const INCIDENT_FORMS = formsOf(({ certain, possible }) => en.windowCount(certain, possible));
const ATTACK_FORMS = formsOf((count) =>
  en.splitCount({ ...count, halts: { certain: 0, possible: 0 } }),
);
const HALT_FORMS = formsOf((count) => en.splitCount({ ...count, halts: count }));

function foundIn(text: string, forms: ReturnType<typeof formsOf>): Count | undefined {
  for (const { pattern, certain, possible } of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const numberOf = (name: string, otherwise: number): number =>
      Number(found.groups?.[name]?.replaceAll(',', '') ?? otherwise);
    return { certain: numberOf('certain', certain), possible: numberOf('possible', possible) };
  }
  return undefined;
}

/** Reads the count of a window out of a text, attacks and halts together; no count is a bug. */
export function countIn(text: string): Count {
  const parts = [foundIn(text, ATTACK_FORMS), foundIn(text, HALT_FORMS)].filter(
    (part) => part !== undefined,
  );
  const counts = parts.length > 0 ? parts : [foundIn(text, INCIDENT_FORMS)];
  return counts.reduce<Count>(
    (sum, count) => {
      if (!count) throw new Error(`No count in “${text}”.`);
      return { certain: sum.certain + count.certain, possible: sum.possible + count.possible };
    },
    { certain: 0, possible: 0 },
  );
}
