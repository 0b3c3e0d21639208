import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedAt } from '../../../../src/core/incident/contents.ts';
import {
  daysOf,
  incidentTable,
  spanAt,
  type IncidentTable,
} from '../../../../src/core/incident/incident-table.ts';
import { joinTables } from '../../../../src/core/incident/join-tables.ts';
import { areaName, NO_AREA } from '../../../../src/core/incident/place-table.ts';
import { rowOrder } from '../../../../src/core/incident/row-order.ts';
import { idOf, incidentOf } from '../../../../src/core/incident/recorded.ts';
import { isArea } from '../../../../src/core/incident/incident.ts';
import { finish } from '../../../../src/core/steps.ts';
import { startOfDay } from '../../../../src/core/time/minute.ts';
import { span, table } from '../made-up-incidents.ts';
import { allRows, incidentAt } from '../recorded-incidents.ts';

const join = (tables: readonly IncidentTable[]): IncidentTable => finish(joinTables(tables));

/** The same records, as another open set has them. */
const ofSet = (all: IncidentTable, set: number): IncidentTable =>
  incidentTable(
    allRows(all).map((row) => ({ incident: incidentAt(all, row), span: spanAt(all, row) })),
    set,
  );

const keyOf = (all: IncidentTable, row: number): string =>
  JSON.stringify([incidentAt(all, row), spanAt(all, row)]);

describe('tables that are open together', () => {
  it('hold every record of each, with its place, time and layer', () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const both = join([one, ofSet(other, 3)]);
        const records = [one, other].flatMap((from) =>
          allRows(from).map((row) => keyOf(from, row)),
        );
        expect(
          allRows(both)
            .map((row) => keyOf(both, row))
            .toSorted(),
        ).toEqual(records.toSorted());
        for (const row of allRows(both)) {
          const recorded = recordedAt(both, row);
          const incident = incidentOf(recorded);
          const layer = both.layers[recorded?.layer ?? -1];
          expect(layer?.name).toEqual({ kind: 'target', target: incident?.target });
          const place = both.place[row] ?? 0;
          const area = both.places.area[place] ?? NO_AREA;
          const known = incident && isArea(incident.place.precision);
          expect(both.places.areas[area]).toBe(known ? areaName(incident.place) : undefined);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stand in the order of a table', () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const both = join([one, ofSet(other, 1)]);
        const { from, to } = both;
        for (let row = 1; row < both.length; row++) {
          const days = [row - 1, row].map((at) => daysOf({ from: from[at] ?? 0, to: to[at] ?? 0 }));
          const [before, after] = days;
          if (!before || !after) throw new Error('A row has no time.');
          const step = before.from - after.from || before.to - after.to;
          expect(step).toBeLessThanOrEqual(0);
          if (step === 0) expect(from[row - 1]).toBeLessThanOrEqual(from[row] ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep apart what different sets call by one layer', () => {
    fc.assert(
      fc.property(table, (one) => {
        const both = join([one, ofSet(one, 2)]);
        expect(new Set(both.layers.map(({ key }) => key)).size).toBe(both.layers.length);
        expect(both.layers.filter(({ set }) => set === 2)).toHaveLength(8);
      }),
      { numRuns: 5 },
    );
  });

  it('span the whole period where no date is known, that of all sets together', () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const undated = { ...ofSet(other, 1), isUndated: new Uint8Array(other.length).fill(1) };
        const both = join([one, undated]);
        const ids = new Set(allRows(other).map((row) => incidentAt(other, row).id));
        const whole = daysOf(both.period);
        for (const row of allRows(both)) {
          if (both.isUndated[row] !== 1) continue;
          const recorded = recordedAt(both, row);
          expect(ids.has(recorded ? idOf(recorded) : '')).toBe(true);
          expect(spanAt(both, row)).toEqual(whole);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are nothing when none is open, and itself when it is alone', () => {
    expect(join([]).length).toBe(0);
    const [one] = fc.sample(table, 1);
    expect(one && join([one])).toBe(one);
  });
});

describe('the order of rows', () => {
  it('is by days, then minutes, then as it was, before 1970 too', () => {
    const shifted = fc.tuple(span, fc.boolean()).map(([one, isOld]) => {
      const shift = isOld ? -40_000_000 : 0;
      return { from: one.from + shift, to: one.to + shift };
    });
    const wholeDays = shifted.map(daysOf);
    const spans = fc.oneof(
      fc.array(shifted, { minLength: 1, maxLength: 60 }),
      fc.array(wholeDays, { minLength: 1, maxLength: 60 }),
    );
    fc.assert(
      fc.property(spans, (rows) => {
        const order = finish(
          rowOrder(
            Int32Array.from(rows, ({ from }) => from),
            Int32Array.from(rows, ({ to }) => to),
          ),
        );
        const byHand = rows
          .map((row, position) => ({ ...row, position }))
          .toSorted(
            (a, b) =>
              startOfDay(a.from) - startOfDay(b.from) ||
              startOfDay(a.to - 1) - startOfDay(b.to - 1) ||
              a.from - b.from ||
              a.to - b.to ||
              a.position - b.position,
          );
        expect([...order]).toEqual(byHand.map(({ position }) => position));
      }),
    );
  });
});
