import { readEdtfSpan } from '../../core/time/edtf-range.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import { isObject } from '../source/is-object.ts';

type End = { readonly text: string; readonly span: TimeRange };

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** A year may be a number; anything that EDTF does not know is no end. */
function endOf(text: string): End | undefined {
  const read = text.includes('/') ? undefined : readEdtfSpan(text, 0);
  return read?.kind === 'ok' ? { text, span: read.value.span } : undefined;
}

/** `{in: …}`, `{earliest: …, latest: …}` or the date itself, as text; empty where it is open. */
function boundOf(value: unknown, side: 'earliest' | 'latest'): string {
  if (!isObject(value)) return textOf(value);
  const other = side === 'earliest' ? 'latest' : 'earliest';
  return textOf(value[side]) || textOf(value['in']) || textOf(value[other]);
}

/**
 * The `when` of Linked Places, or a plain `{start, end}`, as one EDTF text from the earliest start to
 * the latest end. Where one of the spans has no end, or no start, neither has the whole (the format
 * asks for a start alone). An end that cannot be read is given as it is written, to be noted.
 */
export function linkedTime(when: unknown): string {
  if (typeof when === 'string') return when.trim();
  if (!isObject(when)) return '';
  const { timespans } = when;
  const spans: readonly unknown[] = Array.isArray(timespans) ? timespans : [when];
  let first: End | undefined;
  let last: End | undefined;
  let [isOpenBefore, isOpenAfter] = [false, false];
  for (const span of spans) {
    if (!isObject(span)) continue;
    const startText = boundOf(span['start'], 'earliest');
    const endText = boundOf(span['end'], 'latest');
    if (startText === '' && endText === '') continue;
    const start = endOf(startText);
    const end = endOf(endText);
    if (startText !== '' && startText !== '..' && !start) return `${startText}/${endText || '..'}`;
    if (endText !== '' && endText !== '..' && !end) return `${startText || '..'}/${endText}`;
    if (!start) isOpenBefore = true;
    else if (!first || start.span.from < first.span.from) first = start;
    if (!end) isOpenAfter = true;
    else if (!last || end.span.to > last.span.to) last = end;
  }
  const from = isOpenBefore || !first ? '..' : first.text;
  const to = isOpenAfter || !last ? '..' : last.text;
  if (from === '..' && to === '..') return '';
  return from === to ? from : `${from}/${to}`;
}
