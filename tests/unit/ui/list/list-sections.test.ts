import { describe, expect, it } from 'vitest';
import { incidentTable } from '../../../../src/core/incident/incident-table.ts';
import type { Incident, Kind } from '../../../../src/core/incident/incident.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import {
  countsOf,
  firstOf,
  listSections,
  rowsInOrder,
} from '../../../../src/ui/list/list-sections.ts';

const record = (id: string, from: number, to: number, kind: Kind = 'incident') => ({
  span: { from, to },
  incident: {
    id,
    kind,
    target: 'energy',
    effect: 'halted',
    place: { name: 'x', governorate: null, lat: 36, lon: 44, precision: 'site' },
  } as Incident,
});

const table = incidentTable([
  record('a', 0, DAY),
  record('b', 0, 2 * DAY),
  record('c', 0, 2 * DAY, 'total'),
  record('d', 600, 601),
  record('e', DAY, 2 * DAY),
  record('f', DAY, 3 * DAY, 'series'),
]);
const listed = [0, 1, 2, 3, 4, 5].map((row) => ({
  row,
  membership: row === 1 ? ('possible' as const) : ('certain' as const),
}));
const sections = listSections(table, listed);

describe('the list', () => {
  it('stands by days, what is not known to the day apart, series and totals last', () => {
    expect(
      sections.days.map(({ day, isOneDay, rows }) => [day, isOneDay, rows.map(({ row }) => row)]),
    ).toEqual([
      [0, true, [0, 3]],
      [0, false, [1]],
      [DAY, true, [4]],
    ]);
    expect(rowsInOrder(sections)).toEqual([0, 3, 1, 4, 5, 2]);
  });

  it('never counts series and totals as incidents', () => {
    expect(countsOf(sections)).toEqual({ certain: 3, possible: 1, series: 1, totals: 1 });
  });

  it('can begin short, in the same order', () => {
    expect(rowsInOrder(firstOf(sections, 3))).toEqual([0, 3, 1]);
    expect(rowsInOrder(firstOf(sections, 99))).toEqual(rowsInOrder(sections));
  });
});
