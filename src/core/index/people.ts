import { NOT_SAID, ZONES, type IncidentTable, type Row } from '../records/incident-table.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { TimedRows } from './build-interval-index.ts';
import type { PossibleRow } from './incident-cells.ts';
import type { Toll } from './toll.ts';

/** A sum over more incidents than this would take a part of every frame: it is left out. */
const MAX_INCIDENTS = 100_000;

/** The incidents that say how many people were killed or injured, as columns. */
export type People = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly layer: Uint32Array;
  /** Position in `ZONES`. */
  readonly zone: Uint8Array;
  /** 1: the incident passes the filter only possibly. */
  readonly isPossible: Uint8Array;
  /** Least and most of each incident, or `NOT_SAID` twice. */
  readonly killed: Uint32Array;
  readonly injured: Uint32Array;
};

/** What one data set says of people. */
export type OwnPeople = People | 'too-many' | undefined;

/** People of the incidents in a window, and how many of these say any. Possible: by their time or by the filter. */
export type PeopleSum = Toll & {
  /** Incidents with at least one, or perhaps one. */
  readonly incidents: number;
};

const ELSEWHERE = ZONES.indexOf('elsewhere');

const NOBODY: People = {
  from: new Int32Array(0),
  to: new Int32Array(0),
  layer: new Uint32Array(0),
  zone: new Uint8Array(0),
  isPossible: new Uint8Array(0),
  killed: new Uint32Array(0),
  injured: new Uint32Array(0),
};

/** What some rows of a table say of people; undefined where the data have no such fields. */
export function peopleOf(
  { people, layer, traits }: IncidentTable,
  times: TimedRows,
  rows: Uint32Array,
  isPossible: PossibleRow,
): OwnPeople {
  if (!people) return undefined;
  const { killed, injured } = people;
  const isSaid = (row: Row): boolean =>
    killed[2 * row] !== NOT_SAID || injured[2 * row] !== NOT_SAID;
  const saying = rows.filter(isSaid);
  if (saying.length > MAX_INCIDENTS) return 'too-many';
  const ranges = (of: Uint32Array): Uint32Array =>
    Uint32Array.from({ length: 2 * saying.length }, (_, at) => {
      const row = saying[at >> 1] ?? 0;
      return of[2 * row + (at & 1)] ?? NOT_SAID;
    });
  return {
    from: Int32Array.from(saying, (row) => times.from[row] ?? 0),
    to: Int32Array.from(saying, (row) => times.to[row] ?? 0),
    layer: Uint32Array.from(saying, (row) => layer[row] ?? 0),
    zone: Uint8Array.from(saying, (row) => traits?.zone[row] ?? ELSEWHERE),
    isPossible: Uint8Array.from(saying, (row) => (isPossible?.(row) ? 1 : 0)),
    killed: ranges(killed),
    injured: ranges(injured),
  };
}

/**
 * Those of several data sets, their layers behind each other. A set without such fields adds nothing, as a
 * record that says nothing; undefined where none has them, or too many records say it.
 */
export function joinPeople(
  parts: readonly { readonly people: OwnPeople; readonly firstLayer: number }[],
): People | undefined {
  let joined = NOBODY;
  for (const { people, firstLayer } of parts) {
    if (!people) continue;
    if (people === 'too-many') return undefined;
    joined = {
      from: Int32Array.from([...joined.from, ...people.from]),
      to: Int32Array.from([...joined.to, ...people.to]),
      layer: Uint32Array.from([...joined.layer, ...people.layer.map((own) => own + firstLayer)]),
      zone: Uint8Array.from([...joined.zone, ...people.zone]),
      isPossible: Uint8Array.from([...joined.isPossible, ...people.isPossible]),
      killed: Uint32Array.from([...joined.killed, ...people.killed]),
      injured: Uint32Array.from([...joined.injured, ...people.injured]),
    };
  }
  return parts.some(({ people }) => people) ? joined : undefined;
}

/**
 * People killed or injured in a window, in one zone (position in `ZONES`) if given. An incident that says nothing adds nothing. Looks at each incident
 * that says something; allocates nothing but the answer.
 */
export function sumPeople(
  people: People,
  field: 'killed' | 'injured',
  window: TimeRange,
  isOn: Uint8Array,
  zone?: number,
): PeopleSum {
  const { from, to, layer, zone: zones, isPossible, [field]: ranges } = people;
  const certain: [number, number] = [0, 0];
  const possible: [number, number] = [0, 0];
  let incidents = 0;
  for (let at = 0; at < from.length; at++) {
    const upper = ranges[2 * at + 1] ?? NOT_SAID;
    if (upper === NOT_SAID || isOn[layer[at] ?? 0] !== 1) continue;
    if (zone !== undefined && zones[at] !== zone) continue;
    const [start, end] = [from[at] ?? 0, to[at] ?? 0];
    if (start >= window.to || end <= window.from) continue;
    const isCertain = start >= window.from && end <= window.to && isPossible[at] === 0;
    const sum = isCertain ? certain : possible;
    sum[0] += ranges[2 * at] ?? 0;
    sum[1] += upper;
    if (upper > 0) incidents++;
  }
  return { certain, possible, incidents };
}
