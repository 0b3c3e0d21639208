import { DAY, startOfDay, type Minute } from './minute.ts';

/** Half-open: `from` belongs to it, `to` does not. Civil minutes, see `Minute`. */
export type TimeRange = { readonly from: Minute; readonly to: Minute };

/** Which end of a span is unknown: it may have started earlier, or it may still go on. */
export type OpenSide = 'from' | 'to';

export const contains = (outer: TimeRange, inner: TimeRange): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

export const overlaps = (a: TimeRange, b: TimeRange): boolean => a.from < b.to && a.to > b.from;

/** What two ranges that overlap have in common. */
export const commonRange = (a: TimeRange, b: TimeRange): TimeRange => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

/** The whole days that a span touches. */
export const daysOf = ({ from, to }: TimeRange): TimeRange => ({
  from: startOfDay(from),
  to: startOfDay(to - 1) + DAY,
});

export const lengthOf = (span: TimeRange): Minute => span.to - span.from;

export const sameRange = (a: TimeRange, b: TimeRange): boolean =>
  a.from === b.from && a.to === b.to;

/** Returns the span moved into `limits` without changing its length; a longer span becomes `limits`. */
export function shiftInto(span: TimeRange, limits: TimeRange): TimeRange {
  const length = Math.min(lengthOf(span), lengthOf(limits));
  const from = Math.min(Math.max(span.from, limits.from), limits.to - length);
  return { from, to: from + length };
}

/** The part of the span inside `limits`, at least `least` long. */
export function cutTo(span: TimeRange, limits: TimeRange, minLength: Minute): TimeRange {
  const from = Math.min(Math.max(span.from, limits.from), limits.to - minLength);
  const to = Math.max(Math.min(span.to, limits.to), from + minLength);
  return { from, to };
}

/** The parts of a span that none of the others covers, in order. */
export function uncovered(span: TimeRange, by: readonly TimeRange[]): readonly TimeRange[] {
  const parts: TimeRange[] = [];
  let { from } = span;
  for (const one of by.toSorted((a, b) => a.from - b.from)) {
    if (one.from > from) parts.push({ from, to: Math.min(one.from, span.to) });
    from = Math.max(from, one.to);
  }
  if (from < span.to) parts.push({ from, to: span.to });
  return parts.filter(({ from: start, to }) => start < to);
}
