import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IncidentIndex } from '../../../../src/core/index/incident-index.ts';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { countIntervals, newCounts } from '../../../../src/core/index/interval-index.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { recordedAt } from '../../../../src/core/records/contents.ts';
import {
  daysOf,
  incidentTable,
  spanAt,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { joinTables } from '../../../../src/core/records/join-tables.ts';
import { areaName, NO_AREA } from '../../../../src/core/place/place-table.ts';
import { BEYOND } from '../../../../src/core/records/unknown-ends.ts';
import { rowOrder } from '../../../../src/core/records/row-order.ts';
import { idOf, incidentOf } from '../../../../src/core/records/incident-record.ts';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { isArea } from '../../../../src/core/place/place.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { startOfDay } from '../../../../src/core/time/minute.ts';
import { madeUp, PERIOD, span, table } from './made-up-incidents.ts';
import { allRows, incidentAt } from './recorded-incidents.ts';

const join = async (tables: readonly IncidentTable[]): Promise<IncidentTable> =>
  await joinTables(tables, UNINTERRUPTED);

/** The same records, as another open set has them. */
const ofSet = (all: IncidentTable, dataset: number): IncidentTable =>
  incidentTable(
    allRows(all).map((row) => ({ incident: incidentAt(all, row), span: spanAt(all, row) })),
    dataset,
  );

const keyOf = (all: IncidentTable, row: number): string =>
  JSON.stringify([incidentAt(all, row), spanAt(all, row)]);

describe('tables that are open together', () => {
  it('hold every record of each, with its place, time and layer', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (one, other) => {
        const both = await join([one, ofSet(other, 3)]);
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

  it('stand in the order of a table', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (one, other) => {
        const both = await join([one, ofSet(other, 1)]);
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

  it('keep apart what different sets call by one layer', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        const both = await join([one, ofSet(one, 2)]);
        expect(new Set(both.layers.map(({ key }) => key)).size).toBe(both.layers.length);
        expect(both.layers.filter(({ dataset }) => dataset === 2)).toHaveLength(8);
      }),
      { numRuns: 5 },
    );
  });

  it('keep 300 layers, 300 sets and 300 areas apart, and count each as brute force does', async () => {
    const sets = 300;
    const tables = Array.from({ length: sets }, (_, dataset) =>
      incidentTable(
        Array.from({ length: 2 }, (__, i) => {
          const incident = madeUp({ id: `made-up-${dataset}-${i}` });
          const precision = i === 0 ? ('governorate' as const) : ('town' as const);
          return {
            incident: {
              ...incident,
              target: TARGETS[dataset % TARGETS.length] ?? 'unknown',
              place: {
                ...incident.place,
                governorate: `Area ${dataset}`,
                lon: 40 + dataset / 50,
                precision,
              },
            },
            span: { from: PERIOD.from + dataset, to: PERIOD.from + dataset + 1 },
          };
        }),
        dataset,
      ),
    );
    const all = await join(tables);
    expect(all.layers).toHaveLength(sets * TARGETS.length);
    const byLayer = new Map<string, number>();
    const rowsOfSet = new Map<string, number>();
    for (const row of allRows(all)) {
      const recorded = recordedAt(all, row);
      const incident = incidentOf(recorded);
      const dataset = Number(incident?.id.split('-')[2]);
      const layer = all.layers[all.layer[row] ?? 0];
      expect([layer?.dataset, layer?.name]).toEqual([
        dataset,
        { kind: 'target', target: incident?.target },
      ]);
      const area = all.places.area[all.place[row] ?? 0] ?? NO_AREA;
      const isKnown = incident && isArea(incident.place.precision);
      expect(all.places.areas[area]).toBe(isKnown ? `Area ${dataset}` : undefined);
      byLayer.set(layer?.key ?? '', (byLayer.get(layer?.key ?? '') ?? 0) + 1);
      rowsOfSet.set(String(dataset), (rowsOfSet.get(String(dataset)) ?? 0) + 1);
    }
    expect([...rowsOfSet.values()]).toEqual(Array.from({ length: sets }, () => 2));
    const cube = new IncidentIndex(all, [], () => undefined);
    const { layers, areas } = await cube.counted('', undefined, UNINTERRUPTED);
    const counts = newCounts(layers.length);
    countIntervals(layers, EVER, counts);
    all.layers.forEach(({ key }, at) => {
      expect(counts.certain[at]).toBe(byLayer.get(key) ?? 0);
    });
    expect(areas.length).toBe(sets * all.layers.length);
    // Far in: each mark and each ring is of one layer, and no ring is that of another set.
    const view = await cube.view(
      EMPTY_FILTER,
      { zoom: 11, extent: undefined, window: EVER, selectedRow: undefined },
      UNINTERRUPTED,
    );
    const counted = new MarkCounter(view).count(EVER, new Uint8Array(all.layers.length).fill(1));
    for (let mark = 0; mark < view.marks.length; mark++) {
      const layer = all.layer[view.marks.row[mark] ?? 0] ?? -1;
      const ofMark = counted.layersOf(mark);
      expect(ofMark[layer]).toBeGreaterThan(0);
      const ring = view.marks.rings[mark] ?? 0;
      if (view.marks.count[mark] === 1) expect(view.rings.layer[ring]).toBe(layer);
    }
    expect(counted.marks.certain.reduce((sum, one) => sum + one, 0)).toBe(sets);
  });

  it('span more than the period and its bins where no date is known, that of all sets together', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (one, other) => {
        const undated = { ...ofSet(other, 1), isUndated: new Uint8Array(other.length).fill(1) };
        const both = await join([one, undated]);
        const ids = new Set(allRows(other).map((row) => incidentAt(other, row).id));
        const whole = daysOf(both.period);
        for (const row of allRows(both)) {
          if (both.isUndated[row] !== 1) continue;
          const recorded = recordedAt(both, row);
          expect(ids.has(recorded ? idOf(recorded) : '')).toBe(true);
          expect(spanAt(both, row)).toEqual({
            from: whole.from - BEYOND,
            to: whole.to + BEYOND,
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are nothing when none is open, and itself when it is alone', async () => {
    expect((await join([])).length).toBe(0);
    const [one] = fc.sample(table, 1);
    expect(one && (await join([one]))).toBe(one);
  });
});

describe('the order of rows', () => {
  it('is by days, then minutes, then as it was, before 1970 too', async () => {
    const shifted = fc.tuple(span, fc.boolean()).map(([one, isOld]) => {
      const shift = isOld ? -40_000_000 : 0;
      return { from: one.from + shift, to: one.to + shift };
    });
    const wholeDays = shifted.map(daysOf);
    const spans = fc.oneof(
      fc.array(shifted, { minLength: 1, maxLength: 60 }),
      fc.array(wholeDays, { minLength: 1, maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(spans, async (rows) => {
        const order = await rowOrder(
          Int32Array.from(rows, ({ from }) => from),
          Int32Array.from(rows, ({ to }) => to),
          UNINTERRUPTED,
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
