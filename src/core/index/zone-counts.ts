import { EFFECT_CLASSES } from '../records/incident.ts';
import { ZONES } from '../records/incident-table.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { IncidentCells } from './incident-cells.ts';
import type { GroupCounts } from './interval-index.ts';
import { sumPeople, type People, type PeopleSum } from './people.ts';
import { totalsOf, type Count } from './tally.ts';

/** Attacks in a zone, and the people that they killed and injured. */
export type ZoneCount = {
  readonly attacks: Count;
  /** Undefined where the data do not say. */
  readonly killed: PeopleSum | undefined;
  readonly injured: PeopleSum | undefined;
};

export type ZoneCounts = Readonly<Record<(typeof ZONES)[number], ZoneCount>>;

const HALT = EFFECT_CLASSES.indexOf('halt');

/**
 * What a window has in the region of the data set and elsewhere: two counts that are never one. `counts`: those of
 * the window by cell. Costs a pass over the cells and over the incidents that say anything of people, for each zone.
 */
export function zoneCountsOf(
  cells: IncidentCells,
  counts: GroupCounts,
  people: People | undefined,
  window: TimeRange,
  isOn: Uint8Array,
): ZoneCounts {
  const countOf = (zone: number): ZoneCount => {
    const { certain, possible } = totalsOf(
      cells,
      counts,
      isOn,
      (cell) => cells.zone[cell] === zone && cells.effectClass[cell] !== HALT,
    );
    const sum = (field: 'killed' | 'injured'): PeopleSum | undefined =>
      people && sumPeople(people, field, window, isOn, zone);
    return { attacks: { certain, possible }, killed: sum('killed'), injured: sum('injured') };
  };
  return {
    region: countOf(ZONES.indexOf('region')),
    elsewhere: countOf(ZONES.indexOf('elsewhere')),
  };
}
