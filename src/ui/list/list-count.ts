import type { PeopleSum } from '../../core/index/people.ts';
import type { RecordList } from '../../core/index/record-list.ts';
import { EFFECT_CLASSES, type EffectClass } from '../../core/records/incident.ts';
import { ZONES } from '../../core/records/incident-table.ts';
import { allOf, type Count, type WindowCount } from '../../core/index/tally.ts';
import type { Shown } from '../../state/shown.svelte.ts';

const HALT = EFFECT_CLASSES.indexOf('halt');

/** The incidents of a list, counted as the window is. */
export const listCount = (shown: Shown, { incidents, certain, effects }: RecordList): WindowCount =>
  shown.withHalts(
    { certain, possible: incidents - certain },
    { certain: effects.certain[HALT] ?? 0, possible: effects.possible[HALT] ?? 0 },
  );

/** What came of the attacks of a list, possible ones included; undefined of none, and where the data do not say. */
export function outcomesOf(
  shown: Shown,
  list: RecordList,
): Readonly<Record<'hit' | 'intercepted' | 'unclear', number>> | undefined {
  const { halts } = listCount(shown, list);
  if (!halts || list.incidents === halts.certain + halts.possible) return undefined;
  const { certain, possible } = list.effects;
  const of = (name: EffectClass): number => {
    const position = EFFECT_CLASSES.indexOf(name);
    return (certain[position] ?? 0) + (possible[position] ?? 0);
  };
  return {
    hit: of('hit'),
    intercepted: of('intercepted'),
    unclear: of('unknown') + of('fallen'),
  };
}

/** People of a list. `in`: the zone, where the list has the other one too, and its attacks where all say their zone. */
export type ZoneToll = {
  readonly in:
    { readonly zone: (typeof ZONES)[number]; readonly attacks: Count | undefined } | undefined;
  readonly killed: PeopleSum;
  readonly injured: PeopleSum;
};

/** People killed and injured, apart for the region of the data set and elsewhere: never one figure. */
export function tollsOf({
  zones,
  effects,
}: Pick<RecordList, 'zones' | 'effects'>): readonly ZoneToll[] {
  if (!zones) return [];
  const all = EFFECT_CLASSES.reduce(
    (sum, name, at) =>
      name === 'halt' ? sum : sum + (effects.certain[at] ?? 0) + (effects.possible[at] ?? 0),
    0,
  );
  const zoned = ZONES.reduce((sum, zone) => sum + allOf(zones[zone].attacks), 0);
  const present = ZONES.filter((zone) => {
    const { attacks, killed, injured } = zones[zone];
    return allOf(attacks) + (killed?.incidents ?? 0) + (injured?.incidents ?? 0) > 0;
  });
  return present.flatMap((zone) => {
    const { attacks, killed, injured } = zones[zone];
    const where =
      present.length > 1 ? { zone, attacks: zoned === all ? attacks : undefined } : undefined;
    return killed && injured ? [{ in: where, killed, injured }] : [];
  });
}

/** Those of one of its sections. */
export function sectionCount(shown: Shown, { days }: RecordList, section: number): WindowCount {
  const count = (days.start[section + 1] ?? 0) - (days.start[section] ?? 0);
  const certain = days.certain[section] ?? 0;
  const halts = {
    certain: days.certainHalts[section] ?? 0,
    possible: days.possibleHalts[section] ?? 0,
  };
  return shown.withHalts({ certain, possible: count - certain }, halts);
}
