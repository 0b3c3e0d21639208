import { describe, expect, it } from 'vitest';
import { radiusOfOne } from '../../../src/core/layout/mark-radius.ts';
import { CHOSEN_RING, edgeOf, reachOf } from '../../../src/core/model/mark-shape.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import type { Incident } from '../../../src/core/records/incident.ts';
import { chosenIn } from '../../../src/map/marks/chosen.ts';
import { modelOfView } from '../core/index/views.ts';
import { madeUp, PERIOD } from '../core/records/made-up-incidents.ts';

const at = (id: string, lon: number, changes: Partial<Incident> = {}) => ({
  incident: madeUp({ id, place: { ...madeUp().place, lon }, ...changes }),
  span: PERIOD,
});
const HALT: Partial<Incident> = { effect: 'halted' };

const model = await modelOfView(
  incidentTable([at('a', 44.1), at('b', 46, HALT), at('c', 48, HALT), at('d', 48, HALT)]),
  PERIOD,
);
const { view } = model.shapes;
const markAt = (lon: number) => view.marks.lon.findIndex((one) => Math.abs(one - lon) < 0.001);
const radius = (emphasis: Partial<typeof model.emphasis>): number =>
  chosenIn({ ...model, emphasis: { ...model.emphasis, ...emphasis } })?.radius ?? 0;
/** Where the ring around something begins. */
const ringFrom = (emphasis: Partial<typeof model.emphasis>): number =>
  radius(emphasis) + CHOSEN_RING.gap - CHOSEN_RING.width / 2;

describe('`chosenIn`', () => {
  it('is nothing where nothing is open', () => {
    expect(chosenIn(model)).toBeUndefined();
  });

  it('reaches to the edge of a disc', () => {
    expect(radius({ mark: markAt(44.1) })).toBe(radiusOfOne(7));
  });

  it('leaves the corners of squares inside of the ring', () => {
    const cornerOf = (form: 'square' | 'square-coin', size: number) =>
      (reachOf(form, size) + edgeOf(form)) * Math.SQRT2;
    const coin = cornerOf('square-coin', 9);
    expect(ringFrom({ mark: markAt(48) })).toBeGreaterThan(coin);
    const one = cornerOf('square', radiusOfOne(7));
    expect(ringFrom({ mark: markAt(46) })).toBeGreaterThan(one);
  });
});
