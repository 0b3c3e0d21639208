/** What is known now of the days before a time, against a look at every record. */
import { filterOf } from '../../../../src/core/filters/filter.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { matchKnown, passesPossibly } from '../../../../src/core/filters/known-before.ts';
import { daysBefore, knownNow } from '../../../../src/core/index/known-now.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { spanAt, type IncidentTable } from '../../../../src/core/records/incident-table.ts';
import { DAY, minuteOf, startOfDay, type Minute } from '../../../../src/core/time/minute.ts';
import { contains, overlaps, type TimeRange } from '../../../../src/core/time/time-range.ts';
import { DATASET, RECORDS } from '../../published-records.ts';
import { PERIOD, span, table } from '../records/made-up-incidents.ts';
import { incidentAt } from '../records/recorded-incidents.ts';
import { ALL_ON, indexOf, totalsIn } from './views.ts';

const published = incidentTable(RECORDS, 0, DATASET);

async function counted(all: IncidentTable, window: TimeRange, end: Minute) {
  const days = daysBefore(window, end);
  const filter = filterOf({ knownBefore: end });
  const { cells, now } = await indexOf([all]).counts(filter, 'target', undefined, UNINTERRUPTED);
  if (!now || !days) return undefined;
  const { certain, possible } = totalsIn(cells, window, ALL_ON);
  return {
    then: { certain, possible },
    now: knownNow({ now, then: cells }, days, window, ALL_ON),
  };
}

/** In the days before `end`: certainly, if its widest time is within them, or it was reported by then. */
function bruteForce(all: IncidentTable, window: TimeRange, end: Minute) {
  const days = { from: window.from, to: Math.min(window.to, end) };
  const flags = matchKnown(all, end);
  const isPossibly = passesPossibly(all, { knownBefore: end });
  let [certain, possible] = [0, 0];
  for (let row = 0; row < all.length; row++) {
    const time = spanAt(all, row);
    if (incidentAt(all, row).kind !== 'incident' || !overlaps(time, days)) continue;
    const wasKnown = flags[row] === 1 && isPossibly?.(row) !== true;
    if (contains(days, time) || (wasKnown && contains(window, time))) certain++;
    else possible++;
  }
  return { certain, possible };
}

describe('what is known now of the days before a time', () => {
  it('leaves out what happened later, and is never less than was known then', async () => {
    const whole = { from: minuteOf(2026, 2, 28), to: minuteOf(2026, 3, 19) };
    for (let day = whole.from; day < whole.to; day += DAY) {
      const found = await counted(published, whole, day + DAY);
      expect(found?.now).toEqual(bruteForce(published, whole, day + DAY));
      expect(found?.now.certain).toBeGreaterThanOrEqual(found?.then.certain ?? NaN);
    }
    const fifth = await counted(published, whole, minuteOf(2026, 3, 6));
    const all = await counted(published, whole, whole.to);
    expect(fifth?.now.certain).toBeLessThan((all?.now.certain ?? 0) / 1.5);
  });

  it('is the same for any window, day and made-up data', async () => {
    const end = fc.integer({ min: 0, max: 9 }).map((days) => startOfDay(PERIOD.from) + days * DAY);
    await fc.assert(
      fc.asyncProperty(table, span, end, async (all, window, before) => {
        const found = await counted(all, window, before);
        if (before <= window.from) expect(found).toBeUndefined();
        else expect(found?.now).toEqual(bruteForce(all, window, before));
      }),
    );
  });
});
