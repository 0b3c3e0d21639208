import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentBytes, rowOfId } from '../../../../src/core/records/contents.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { spanAt } from '../../../../src/core/records/incident-table.ts';
import { NO_AREA } from '../../../../src/core/place/place-table.ts';
import { madeUp, PERIOD, table } from './made-up-incidents.ts';
import { incidentAt } from './recorded-incidents.ts';

describe('the table of incidents', () => {
  it('gives back every record as it came, in order of time', () => {
    const late = { incident: madeUp({ id: 'late', title: 'هەولێر' }), span: { from: 20, to: 30 } };
    const early = { incident: madeUp({ id: 'early' }), span: { from: 10, to: 40 } };
    const both = incidentTable([late, early]);
    expect([incidentAt(both, 0), incidentAt(both, 1)]).toEqual([early.incident, late.incident]);
    expect(spanAt(both, 0)).toEqual(early.span);
  });

  it('needs at most 41 bytes a record without its text, places included where all differ', () => {
    const all = incidentTable(
      Array.from({ length: 1_000 }, (_, i) => ({
        incident: madeUp({
          id: `made-up-${i}`,
          place: { ...madeUp().place, lon: 40 + i / 1_000, name: '' },
        }),
        span: PERIOD,
      })),
    );
    const { places, ...columns } = all;
    const arrays = [...Object.values(columns), ...Object.values(places)].filter((column) =>
      ArrayBuffer.isView(column),
    );
    const bytes = arrays.reduce((sum, column) => sum + column.byteLength, contentBytes(all).table);
    // Four bytes more for the offsets of the places' names.
    expect(bytes / all.length + 4).toBeLessThanOrEqual(51);
    const perRecord = bytes - places.lon.byteLength * 2 - places.precision.byteLength * 2;
    expect(perRecord / all.length).toBeLessThanOrEqual(41);
  });

  it('finds records by their ids, and none by an id that no record has', () => {
    fc.assert(
      fc.property(table, (all) => {
        for (let row = 0; row < all.length; row++)
          expect(rowOfId(all, incidentAt(all, row).id)).toBe(row);
        expect(rowOfId(all, 'nobody')).toBeUndefined();
      }),
    );
  });

  it('keeps rows of equal length in order of their start, which counting relies on', () => {
    fc.assert(
      fc.property(table, (all) => {
        const last = new Map<number, number>();
        for (let row = 0; row < all.length; row++) {
          const { from, to } = spanAt(all, row);
          expect(from).toBeGreaterThanOrEqual(last.get(to - from) ?? -Infinity);
          last.set(to - from, from);
        }
      }),
    );
  });

  it('names the area of a record without a point, and of no other', () => {
    const place = { ...madeUp().place, precision: 'governorate' as const, governorate: 'Kirkuk' };
    const all = incidentTable([
      { incident: madeUp({ id: 'a', place }), span: PERIOD },
      { incident: madeUp({ id: 'b' }), span: PERIOD },
    ]);
    expect(all.places.areas).toEqual(['Kirkuk']);
    const areaOf = (row: number) => all.places.area[all.place[row] ?? 0];
    expect([areaOf(0), areaOf(1)]).toEqual([0, NO_AREA]);
  });

  it('spans from the first counted incident to the last, totals apart', () => {
    const all = incidentTable([
      { incident: madeUp({ id: 'a' }), span: { from: 100, to: 200 } },
      { incident: madeUp({ id: 'b', kind: 'total' }), span: { from: 0, to: 900 } },
    ]);
    expect(all.period).toEqual({ from: 100, to: 200 });
  });
});
