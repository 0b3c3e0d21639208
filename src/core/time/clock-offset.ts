import type { Minute } from './minute.ts';

const OFFSET = /([+-])(\d{1,2}?)(?::?(\d{2}))?$/;
const HAS_ZONE = /Z|UTC|GMT|[+-]/i;
/** Clocks were never farther from UTC, not even before there were zones (Manila, -15:56). */
const MAX_HOURS = 15;

/** Minutes east of UTC: `+03:00` gives 180. Undefined without a zone, NaN for an invalid one. */
export function offsetOf(zone: string): Minute | undefined {
  if (!HAS_ZONE.test(zone)) return undefined;
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (Number(hours) > MAX_HOURS || Number(minutes) > 59) return NaN;
  const written = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -written : written;
}
