import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  incidentAt,
  incidentTable,
  NO_AREA,
  spanAt,
  tableBuffers,
} from '../../../src/core/incident/incident-table.ts';
import { madeUp, PERIOD, table } from './made-up-incidents.ts';

describe('the table of incidents', () => {
  it('gives back every record as it came, in order of time', () => {
    const late = { incident: madeUp({ id: 'late', title: 'هەولێر' }), span: { from: 20, to: 30 } };
    const early = { incident: madeUp({ id: 'early' }), span: { from: 10, to: 40 } };
    const both = incidentTable([late, early]);
    expect([incidentAt(both, 0), incidentAt(both, 1)]).toEqual([early.incident, late.incident]);
    expect(spanAt(both, 0)).toEqual(early.span);
  });

  it('needs at most 40 bytes a record beside its text', () => {
    fc.assert(
      fc.property(table, (all) => {
        const text = [all.text.bytes.buffer, all.text.offsets.buffer];
        const columns = tableBuffers(all).filter((buffer) => !text.includes(buffer));
        const bytes = columns.reduce((sum, buffer) => sum + buffer.byteLength, 0);
        expect(bytes / all.length + 4).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('names the area of a record without a point, and of no other', () => {
    const place = { ...madeUp().place, precision: 'governorate' as const, governorate: 'Kirkuk' };
    const all = incidentTable([
      { incident: madeUp({ id: 'a', place }), span: PERIOD },
      { incident: madeUp({ id: 'b' }), span: PERIOD },
    ]);
    expect(all.areas).toEqual(['Kirkuk']);
    expect([...all.area]).toEqual([0, NO_AREA]);
  });

  it('spans from the first counted incident to the last, totals apart', () => {
    const all = incidentTable([
      { incident: madeUp({ id: 'a' }), span: { from: 100, to: 200 } },
      { incident: madeUp({ id: 'b', kind: 'total' }), span: { from: 0, to: 900 } },
    ]);
    expect(all.period).toEqual({ from: 100, to: 200 });
  });
});
