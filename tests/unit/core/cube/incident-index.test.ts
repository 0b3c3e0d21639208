import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IncidentIndex } from '../../../../src/core/cube/incident-index.ts';
import {
  allRows,
  incidentAt,
  kindAt,
  spanAt,
  type IncidentTable,
  type Row,
} from '../../../../src/core/incident/incident-table.ts';
import { isArea, TARGETS } from '../../../../src/core/incident/incident.ts';
import { binEdges, BIN_UNITS } from '../../../../src/core/time/bins.ts';
import type { Span } from '../../../../src/core/time/span.ts';
import { madeUp, PERIOD, span, table } from '../made-up-incidents.ts';
import { incidentTable } from '../../../../src/core/incident/incident-table.ts';

type Counts = { certain: number; possible: number };

/** Every row looked at one by one. */
function bruteForce(from: IncidentTable, rows: readonly Row[], window: Span): Counts {
  const counts = { certain: 0, possible: 0 };
  for (const row of rows) {
    if (kindAt(from, row) !== 'incident') continue;
    const time = spanAt(from, row);
    if (time.from >= window.from && time.to <= window.to) counts.certain++;
    else if (time.from < window.to && time.to > window.from) counts.possible++;
  }
  return counts;
}

const subset = (of: IncidentTable, keep: readonly boolean[]): readonly Row[] =>
  allRows(of).filter((row) => keep[row % keep.length] ?? true);

const filter = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });

describe('the index of incidents', () => {
  it('counts a window as looking at every row does, in all and by layer', () => {
    fc.assert(
      fc.property(table, filter, span, (all, keep, window) => {
        const rows = subset(all, keep);
        const totals = new IncidentIndex(all, rows).totals(window);
        expect({ certain: totals.certain, possible: totals.possible }).toEqual(
          bruteForce(all, rows, window),
        );
        TARGETS.forEach((target, i) => {
          const ofLayer = rows.filter((row) => incidentAt(all, row).target === target);
          expect({
            certain: totals.byTarget.certain[i],
            possible: totals.byTarget.possible[i],
          }).toEqual(bruteForce(all, ofLayer, window));
        });
      }),
    );
  });

  it('fills each bin of the histogram as a window of its own', () => {
    fc.assert(
      fc.property(table, span, fc.constantFrom(...BIN_UNITS), (all, axis, unit) => {
        const edges = binEdges(axis, unit);
        const histogram = new IncidentIndex(all, allRows(all)).histogram(edges);
        for (let bin = 0; bin + 1 < edges.length; bin++) {
          const window = { from: edges[bin] ?? 0, to: edges[bin + 1] ?? 0 };
          const sum = (counts: Uint32Array): number =>
            counts
              .slice(bin * TARGETS.length, (bin + 1) * TARGETS.length)
              .reduce((total, count) => total + count, 0);
          expect({ certain: sum(histogram.certain), possible: sum(histogram.possible) }).toEqual(
            bruteForce(all, allRows(all), window),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives marks and areas that together hold every incident once, at every zoom', () => {
    fc.assert(
      fc.property(table, fc.double({ min: 0, max: 14, noNaN: true }), span, (all, zoom, window) => {
        const index = new IncidentIndex(all, allRows(all));
        const { marks, rings } = index.marksAt(zoom);
        const inMarks = marks.flatMap((mark) => mark.rows);
        const inAreas = index.areas.flatMap((area) => area.rows);
        expect([...inMarks, ...inAreas].toSorted((a, b) => a - b)).toEqual(index.rows);
        expect(rings.flatMap((ring) => ring.rows).toSorted((a, b) => a - b)).toEqual(
          inMarks.toSorted((a, b) => a - b),
        );
        const counts = index.groups(rings.map((ring) => ring.rows)).count(window);
        const drawn = counts.certain.reduce((sum, count) => sum + count, 0);
        expect(drawn).toBe(bruteForce(all, inMarks, window).certain);
      }),
    );
  });

  it('never gives a record known only to an area a point', () => {
    fc.assert(
      fc.property(table, (all) => {
        const index = new IncidentIndex(all, allRows(all));
        const onPoints = [
          ...index.marksAt(7).marks.flatMap((mark) => mark.rows),
          ...index.halos.flatMap((halo) => halo.rows),
        ];
        for (const row of onPoints)
          expect(isArea(incidentAt(all, row).place.precision)).toBe(false);
      }),
    );
  });

  it('takes an incident that ends where the window ends as in it, and one that starts there as out', () => {
    const day = { from: PERIOD.from, to: PERIOD.from + 1440 };
    const next = { from: day.to, to: day.to + 1440 };
    const all = incidentTable([
      { incident: madeUp({ id: 'in' }), span: day },
      { incident: madeUp({ id: 'out' }), span: next },
    ]);
    const totals = new IncidentIndex(all, allRows(all)).totals(day);
    expect([totals.certain, totals.possible]).toEqual([1, 0]);
  });

  it('counts neither series nor totals', () => {
    const all = incidentTable([
      { incident: madeUp({ id: 'a', kind: 'series' }), span: PERIOD },
      { incident: madeUp({ id: 'b', kind: 'total' }), span: PERIOD },
      { incident: madeUp({ id: 'c' }), span: PERIOD },
    ]);
    expect(new IncidentIndex(all, allRows(all)).totals(PERIOD).certain).toBe(1);
  });
});
