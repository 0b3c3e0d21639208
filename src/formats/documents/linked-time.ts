import { readEdtfSpan } from '../../core/time/edtf-span.ts';
import type { Span } from '../../core/time/span.ts';
import { isObject } from '../geojson/read-json.ts';

type End = { readonly text: string; readonly span: Span };

/** A year may be a number; anything that EDTF does not know is no end. */
function endOf(value: unknown): End | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  const read = text.includes('/') ? undefined : readEdtfSpan(text, 0);
  return read?.kind === 'ok' ? { text, span: read.value.span } : undefined;
}

/** `{in: …}`, `{earliest: …, latest: …}` or the date itself. */
const boundOf = (value: unknown, name: 'earliest' | 'latest'): End | undefined =>
  isObject(value) ? endOf(value[name] ?? value['in']) : endOf(value);

/**
 * The `when` of Linked Places, or a plain `{start, end}`, as one EDTF text from the earliest start to
 * the latest end. Empty where an end is open or unreadable: an open span is no known interval.
 */
export function linkedTime(when: unknown): string {
  if (typeof when === 'string') return when.trim();
  if (!isObject(when)) return '';
  const { timespans } = when;
  const spans: readonly unknown[] = Array.isArray(timespans) ? timespans : [when];
  let first: End | undefined;
  let last: End | undefined;
  for (const span of spans) {
    const start = isObject(span) ? boundOf(span['start'], 'earliest') : undefined;
    const end = isObject(span) ? boundOf(span['end'], 'latest') : undefined;
    if (!start || !end) return '';
    if (!first || start.span.from < first.span.from) first = start;
    if (!last || end.span.to > last.span.to) last = end;
  }
  if (!first || !last) return '';
  return first.text === last.text ? first.text : `${first.text}/${last.text}`;
}
