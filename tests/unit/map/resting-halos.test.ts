import { describe, expect, it } from 'vitest';
import type { MapModel } from '../../../src/core/model/map-model.ts';
import { PRECISION_RADIUS_METERS } from '../../../src/core/place/place.ts';
import { incidentTable } from '../../../src/core/records/build-incident-table.ts';
import { haloLooks } from '../../../src/map/resting-halos.ts';
import { modelOfView } from '../core/index/views.ts';
import { madeUp, PERIOD } from '../core/records/made-up-incidents.ts';

const WORLD = { west: -180, south: -85, east: 180, north: 85 };

type Precision = keyof typeof PRECISION_RADIUS_METERS;
type MadeUpPlace = readonly [lon: number, precision: Precision];

/** A made-up model with one incident at each place, and a circle for each. */
async function modelAt(places: readonly MadeUpPlace[]): Promise<MapModel> {
  const table = incidentTable(
    places.map(([lon, precision], i) => ({
      incident: madeUp({ id: `made-up-${i}`, place: { ...madeUp().place, lon, precision } }),
      span: PERIOD,
    })),
  );
  const model = await modelOfView(table, PERIOD);
  const circles = places.map(([lon, precision]) => ({
    lon,
    lat: madeUp().place.lat,
    precision,
    radiusMeters: PRECISION_RADIUS_METERS[precision],
  }));
  return { ...model, halos: { circles, isInWindow: new Uint8Array(circles.length).fill(1) } };
}

/** Apart by 5 degrees, so that each has a mark of its own. */
const apart = (count: number, precision: Precision): readonly MadeUpPlace[] =>
  Array.from({ length: count }, (_, i) => [20 + 5 * i, precision]);

const looksOf = (model: MapModel, extent = WORLD) => haloLooks(model, extent).join(' ');

describe('`haloLooks`', () => {
  it('draws six circles in full, and seven as light outlines', async () => {
    expect(new Set(haloLooks(await modelAt(apart(6, 'district')), WORLD))).toEqual(
      new Set(['full']),
    );
    expect(new Set(haloLooks(await modelAt(apart(7, 'district')), WORLD))).toEqual(
      new Set(['light']),
    );
  });

  it('counts only the circles in view', async () => {
    const model = await modelAt(apart(9, 'district'));
    expect(looksOf(model, { ...WORLD, west: 19, east: 36 })).not.toContain('light');
  });

  it('draws one outline a mark, the widest in it', async () => {
    const joined: readonly MadeUpPlace[] = [
      [10, 'town'],
      [10.01, 'district'],
      [10.02, 'site'],
    ];
    const model = await modelAt([...joined, ...apart(7, 'district')]);
    expect(new Set(model.shapes.view.halos.mark.slice(0, 3)).size).toBe(1);
    expect(haloLooks(model, WORLD).slice(0, 3)).toEqual(['none', 'light', 'none']);
  });

  it('draws none that is hardly wider than its mark', async () => {
    const model = await modelAt([...apart(7, 'district'), [10, 'site']]);
    expect(haloLooks(model, WORLD).at(-1)).toBe('none');
  });

  it('draws what is emphasised in full, and nothing that is not in the window', async () => {
    const model = await modelAt(apart(9, 'district'));
    const isInWindow = model.halos.isInWindow.map((isIn, i) => (i === 1 ? 0 : isIn));
    const looks = haloLooks(
      {
        ...model,
        halos: { ...model.halos, isInWindow },
        emphasis: { ...model.emphasis, halos: new Set([0]) },
      },
      WORLD,
    );
    expect(looks.slice(0, 3)).toEqual(['full', 'none', 'light']);
  });
});
