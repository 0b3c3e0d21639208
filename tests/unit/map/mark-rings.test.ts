import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { radiusOf, radiusOfOne } from '../../../src/core/layout/mark-radius.ts';
import { incidentTable } from '../../../src/core/records/incident-table.ts';
import type { Effect, Target } from '../../../src/core/records/incident.ts';
import type { TimeRange } from '../../../src/core/time/time-range.ts';
import { markRings } from '../../../src/map/layers/mark-rings.ts';
import { modelOfView } from '../core/index/views.ts';
import { madeUp } from '../core/records/made-up-incidents.ts';

const DAY = { from: 0, to: 1440 };
const NEXT_DAY = { from: 1440, to: 2880 };
const BOTH = { from: 0, to: 2880 };

const radiusOfCount = (count: number): number => radiusOf(count, radiusOfOne(7));

type DrawnRing = { readonly style: number; readonly form: number; readonly radius: number };

/** A fake map that keeps the last features and their states. */
class RingMap {
  #features: FeatureCollection['features'] = [];
  readonly #radii = new globalThis.Map<number, number>();
  getSource = (): Partial<GeoJSONSource> => ({
    setData: (data) => {
      this.#features = (data as FeatureCollection).features;
      return Promise.resolve();
    },
  });
  on = (): void => undefined;
  off = (): void => undefined;
  setFeatureState = ({ id }: { id: number }, { radius }: { radius: number }): void => {
    this.#radii.set(id, radius);
  };
  /** From the outermost ring inwards; the outline of the possible ones first. */
  get rings(): readonly DrawnRing[] {
    return this.#features.map(({ id, properties }) => ({
      style: Number(properties?.['style']),
      form: Number(properties?.['form']),
      radius: this.#radii.get(Number(id)) ?? 0,
    }));
  }
}
type Made = readonly [target: Target, effect: Effect, span: TimeRange];

const tableOf = (records: readonly Made[]) =>
  incidentTable(
    records.map(([target, effect, span], i) => ({
      incident: madeUp({ id: `made-up-${i}`, target, effect }),
      span,
    })),
  );

async function drawn(records: readonly Made[], window: TimeRange): Promise<readonly DrawnRing[]> {
  const map = new RingMap();
  markRings().show?.(map as unknown as Map, await modelOfView(tableOf(records), window), undefined);
  return map.rings;
}

const radii = async (records: readonly Made[], window: TimeRange): Promise<readonly number[]> =>
  (await drawn(records, window)).map(({ radius }) => radius);

const expectRadii = (told: readonly number[], wanted: readonly number[]): void => {
  expect(told.map((one) => one.toFixed(9))).toEqual(wanted.map((one) => one.toFixed(9)));
};

describe('`markRings`', () => {
  const three: readonly Made[] = [
    ['us-military', 'struck', DAY],
    ['energy', 'struck', DAY],
    ['energy', 'struck', DAY],
  ];

  it('draws areas proportional to counts: a radius is the root of the count of the ring and all inner ones', async () => {
    expectRadii(await radii(three, DAY), [0, radiusOfCount(3), radiusOfCount(2)]);
  });

  it('shrinks rings with the window, and draws no empty ring', async () => {
    const later: readonly Made[] = [...three.slice(1), ['us-military', 'struck', NEXT_DAY]];
    expectRadii(await radii(later, DAY), [0, 0, radiusOfCount(2)]);
    expectRadii(await radii(later, NEXT_DAY), [0, radiusOfCount(1), 0]);
  });

  it('draws an outline for possible incidents, as wide as if they were certain', async () => {
    const unsure: readonly Made[] = [...three, ['energy', 'struck', BOTH]];
    expectRadii(await radii(unsure, DAY), [
      radiusOfCount(4) + 1,
      radiusOfCount(3),
      radiusOfCount(2),
    ]);
    expectRadii(await radii(unsure, NEXT_DAY), [radiusOfCount(1) + 1, 0, 0]);
  });

  it('draws intercepted incidents as a ring around the hits', async () => {
    const mixed: readonly Made[] = [
      ['energy', 'struck', DAY],
      ['energy', 'intercepted', DAY],
    ];
    const rings = (await drawn(mixed, DAY)).slice(1);
    expect(rings.map(({ style, form }) => [style, form])).toEqual([
      [3, 1],
      [3, 0],
    ]);
    expectRadii(await radii(mixed, DAY), [0, radiusOfCount(2), radiusOfCount(1)]);
  });

  it('draws no rings for a mark with halts only, which is a square', async () => {
    const halts: readonly Made[] = [['energy', 'halted', DAY]];
    expectRadii(await radii(halts, DAY), [0, 0]);
    expectRadii(await radii([['energy', 'halted', BOTH]], DAY), [radiusOfCount(1) + 1, 0]);
  });
});
