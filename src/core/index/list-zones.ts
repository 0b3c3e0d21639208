import { EFFECT_CLASSES } from '../records/incident.ts';
import { ZONES, type IncidentTable } from '../records/incident-table.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { TimedRows } from './build-interval-index.ts';
import type { PossibleRow } from './incident-cells.ts';
import { peopleOf, sumPeople, type PeopleSum } from './people.ts';
import { addedTolls } from './toll.ts';
import type { ZoneCount, ZoneCounts } from './zone-counts.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

/** The incidents of a list by zone, as the masthead counts them; undefined where the data say nothing of people. */
export function listZonesOf(
  table: IncidentTable,
  times: TimedRows,
  incidents: Uint32Array,
  window: TimeRange,
  isOn: Uint8Array,
  isPossible: PossibleRow,
): ZoneCounts | undefined {
  const { traits, effectClass } = table;
  const people = peopleOf(table, times, incidents, isPossible);
  if (!traits || !people) return undefined;
  const countOf = (name: (typeof ZONES)[number]): ZoneCount => {
    const zone = ZONES.indexOf(name);
    const attacks = { certain: 0, possible: 0 };
    for (const row of incidents) {
      if (traits.zone[row] !== zone || effectClass[row] === HALT) continue;
      const isCertain =
        !isPossible?.(row) &&
        (times.from[row] ?? 0) >= window.from &&
        (times.to[row] ?? 0) <= window.to;
      attacks[isCertain ? 'certain' : 'possible']++;
    }
    const sum = (field: 'killed' | 'injured'): PeopleSum | undefined =>
      people === 'too-many' ? undefined : sumPeople(people, field, window, isOn, zone);
    return { attacks, killed: sum('killed'), injured: sum('injured') };
  };
  return { region: countOf('region'), elsewhere: countOf('elsewhere') };
}

const addedSums = (a: PeopleSum | undefined, b: PeopleSum | undefined): PeopleSum | undefined =>
  a && b && { ...addedTolls(a, b), incidents: a.incidents + b.incidents };

const added = (a: ZoneCount, b: ZoneCount): ZoneCount => ({
  attacks: {
    certain: a.attacks.certain + b.attacks.certain,
    possible: a.attacks.possible + b.attacks.possible,
  },
  killed: addedSums(a.killed, b.killed),
  injured: addedSums(a.injured, b.injured),
});

/** Those of several data sets. A set without such fields adds nothing, as a record that says nothing. */
export const joinListZones = (parts: readonly (ZoneCounts | undefined)[]): ZoneCounts | undefined =>
  parts.reduce(
    (sum, part) =>
      sum && part
        ? {
            region: added(sum.region, part.region),
            elsewhere: added(sum.elsewhere, part.elsewhere),
          }
        : (part ?? sum),
    undefined,
  );
