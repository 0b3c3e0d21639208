import { DAY, HOUR } from './minute.ts';
import { MIN_WINDOW } from './stride.ts';
import { cutTo, daysOf, lengthOf, overlaps, type TimeRange } from './time-range.ts';

/** How far a window moves: full days keep its times of day, full hours its minutes. */
const STEPS = [DAY, HOUR, 1] as const;

/**
 * The window in which an incident of some span is opened: the same one where they overlap, or where nothing of the span
 * is in the period. Otherwise it moves as little as it has to, at its length, to hold the whole span; a longer span is
 * shown in full days. Of a cumulative window only the end moves.
 */
export function openingWindow(
  window: TimeRange,
  span: TimeRange,
  limits: TimeRange,
  isCumulative: boolean,
): TimeRange {
  const shown = isCumulative ? { from: limits.from, to: window.to } : window;
  if (overlaps(span, shown) || !overlaps(span, limits)) return window;
  const days = cutTo(daysOf(span), limits, MIN_WINDOW);
  if (isCumulative) return { from: window.from, to: days.to };
  const length = lengthOf(window);
  const inside = { from: Math.max(span.from, limits.from), to: Math.min(span.to, limits.to) };
  if (lengthOf(inside) > length) return days;
  const first = Math.max(limits.from, inside.to - length);
  const last = Math.min(inside.from, limits.to - length);
  for (const step of STEPS) {
    const steps =
      window.from < first
        ? Math.ceil((first - window.from) / step)
        : Math.floor((last - window.from) / step);
    const from = window.from + steps * step;
    if (from >= first && from <= last) return { from, to: from + length };
  }
  return days;
}
