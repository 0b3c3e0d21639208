import { describe, expect, it } from 'vitest';
import { radiusOf, radiusOfOne } from '../../../src/core/layout/mark-radius.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { hitTestMark } from '../../../src/map/hit-test.ts';
import { modelOfView } from '../core/index/views.ts';
import { madeUp, PERIOD } from '../core/records/made-up-incidents.ts';

const at = (id: string, lon: number) => ({
  incident: madeUp({ id, place: { ...madeUp().place, lon } }),
  span: PERIOD,
});

const table = incidentTable([at('a', 44), at('b', 44), at('c', 48)]);

/** A made-up projection: a hundred pixels a degree. */
const project = (lon: number) => ({ x: (lon - 40) * 100, y: 0 });

describe('`hitTestMark`', async () => {
  const model = await modelOfView(table, PERIOD);
  const radius = radiusOf(2, radiusOfOne(7));

  it('finds the mark whose disc contains the point', () => {
    expect(hitTestMark(model, { x: 400 + radius - 1, y: 0 }, 0, project)).toBe(0);
    expect(hitTestMark(model, { x: 800, y: 0 }, 0, project)).toBe(1);
  });

  it('accepts points up to `reach` pixels from the edge', () => {
    expect(hitTestMark(model, { x: 400 + radius + 5, y: 0 }, 6, project)).toBe(0);
    expect(hitTestMark(model, { x: 400 + radius + 5, y: 0 }, 4, project)).toBeUndefined();
  });

  it('finds nothing if no mark is drawn in the window', async () => {
    const later = await modelOfView(table, { from: PERIOD.to, to: PERIOD.to + 10 });
    expect(hitTestMark(later, { x: 400, y: 0 }, 5, project)).toBeUndefined();
  });
});
