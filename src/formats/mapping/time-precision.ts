import type { TimePrecisionScale } from '../../core/mapping/column-mapping.ts';
import type { TimeRange } from '../../core/time/time-range.ts';
import type { TimeScale } from '../schemas/dataset-schema.ts';
import { SCHEMAS } from '../schemas/registry.ts';

const SCALES: ReadonlyMap<string, TimeScale> = new Map(
  SCHEMAS.flatMap(({ id, timeScale }) => (timeScale ? [[id, timeScale] as const] : [])),
);

/** Spreadsheets write 1 as 1.0. */
const plainCode = (text: string): string =>
  text.length === 3 && text.endsWith('.0') ? text.charAt(0) : text;

/** True for a code that the scale has: ACLED 1 to 3, UCDP 1 to 5. */
export const isTimeCode = (scale: TimePrecisionScale, text: string): boolean =>
  SCALES.get(scale)?.codes.includes(plainCode(text)) === true;

/** The range as wide as the code says that the date is known; codes of no scale change nothing. */
export const widened = (range: TimeRange, scale: TimePrecisionScale, text: string): TimeRange =>
  SCALES.get(scale)?.widen(range, plainCode(text)) ?? range;
