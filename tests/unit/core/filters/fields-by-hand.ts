import { NOT_GIVEN } from '../../../../src/core/fields/field-key.ts';
import type { Clause } from '../../../../src/core/filters/clause.ts';
import type { Incident } from '../../../../src/core/records/incident.ts';
import { originsOf } from '../../../../src/core/records/origins.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';

/** What a record says of a field, read from the record itself. */
export function valuesByHand(incident: Incident, field: string): readonly string[] {
  switch (field) {
    case 'target':
      return [incident.target];
    case 'weapon':
      return [incident.weapon ?? 'none'];
    case 'effect':
      return [incident.effect];
    case 'status':
      return [incident.status];
    case 'actor':
      return [...new Set(incident.attribution.map(({ actor }) => actor))];
    case 'publisher':
      return [...new Set(incident.reports.map(({ publisher }) => publisher))];
    case 'place':
      return [incident.place.name];
    default:
      throw new Error(field);
  }
}

export function numbersByHand(
  incident: Incident,
  field: string,
): readonly [number, number] | undefined {
  if (field === 'killed') return incident.killed ?? undefined;
  if (field === 'injured') return incident.injured ?? undefined;
  const origins = originsOf(incident.reports).length;
  return origins === 0 ? undefined : [origins, origins];
}

export type Answer = 'no' | 'possibly' | 'yes';

/** Every minute of a range of less than a day, one by one. */
function hoursByHand(from: number, to: number, { from: first, to: end }: TimeRange): Answer {
  if (end - first >= DAY) return 'possibly';
  const isIn = (minute: number): boolean => {
    const clock = ((minute % DAY) + DAY) % DAY;
    return from < to ? clock >= from && clock < to : clock >= from || clock < to;
  };
  const minutes = Array.from({ length: end - first }, (_, at) => isIn(first + at));
  if (minutes.every(Boolean)) return 'yes';
  return minutes.some(Boolean) ? 'possibly' : 'no';
}

/** Whether a record passes a clause, worked out by itself. */
function passesByHand(clause: Clause, incident: Incident, time: TimeRange): Answer {
  switch (clause.kind) {
    case 'layers':
      return clause.hidden.includes(incident.target) ? 'no' : 'yes';
    case 'values': {
      const own = valuesByHand(incident, clause.field);
      const all = own.length === 0 ? [NOT_GIVEN] : own;
      const isIn = clause.values.length === 0 || all.some((one) => clause.values.includes(one));
      return isIn && !all.some((one) => clause.excluded.includes(one)) ? 'yes' : 'no';
    }
    case 'range': {
      const numbers = numbersByHand(incident, clause.field);
      if (!numbers) return clause.orNotGiven ? 'yes' : 'no';
      const { from = -Infinity, to = Infinity } = clause;
      const [min, max] = numbers;
      const inside = Array.from({ length: max - min + 1 }, (_, at) => min + at).filter(
        (number) => number >= from && number <= to,
      );
      if (inside.length === 0) return 'no';
      return inside.length === max - min + 1 ? 'yes' : 'possibly';
    }
    case 'hours':
      return hoursByHand(clause.from, clause.to, time);
    case 'area':
    case 'contains':
    case 'known':
    case 'only':
    case 'text':
    case 'viewport':
      throw new Error(clause.kind);
  }
}

/** Whether it passes all of them. */
export function passesAllByHand(
  clauses: readonly Clause[],
  incident: Incident,
  time: TimeRange,
): Answer {
  const answers = clauses.map((clause) => passesByHand(clause, incident, time));
  if (answers.includes('no')) return 'no';
  return answers.includes('possibly') ? 'possibly' : 'yes';
}
