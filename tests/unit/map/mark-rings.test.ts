import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { IncidentIndex } from '../../../src/core/cube/incident-index.ts';
import { markRadius } from '../../../src/core/cube/mark-radius.ts';
import { allRows, incidentTable } from '../../../src/core/incident/incident-table.ts';
import type { Effect, Target } from '../../../src/core/incident/incident.ts';
import type { Span } from '../../../src/core/time/span.ts';
import type { MapScene } from '../../../src/core/view/map-scene.ts';
import { markRings } from '../../../src/map/layers/mark-rings.ts';
import { madeUp } from '../core/made-up-incidents.ts';

const DAY = { from: 0, to: 1440 };
const NEXT_DAY = { from: 1440, to: 2880 };
const BOTH = { from: 0, to: 2880 };

type Told = { readonly target: number; readonly form: number; readonly radius: number };

/** Stands in for the map: keeps the features of the last set and the states told of them. */
class ToldMap {
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
  get rings(): readonly Told[] {
    return this.#features.map(({ id, properties }) => ({
      target: Number(properties?.['target']),
      form: Number(properties?.['form']),
      radius: this.#radii.get(Number(id)) ?? 0,
    }));
  }
}
type Made = readonly [target: Target, effect: Effect, span: Span];

function sceneOf(records: readonly Made[], window: Span): MapScene {
  const table = incidentTable(
    records.map(([target, effect, span], i) => ({
      incident: madeUp({ id: `made-up-${i}`, target, effect }),
      span,
    })),
  );
  const index = new IncidentIndex(table, allRows(table));
  const level = index.marksAt(7);
  return {
    shapes: { level, halos: [], areas: [] },
    counts: {
      rings: index.groups(level.rings.map((ring) => ring.rows)).count(window),
      marks: index.groups(level.marks.map((mark) => mark.rows)).count(window),
      halos: index.groups([]).count(window),
      areas: index.groups([]).count(window),
    },
    isMoving: false,
    loneSignOf: () => undefined,
    emphasis: { halos: new Set(), areas: new Set(), mark: undefined, place: undefined },
    theme: 'light',
  };
}

function drawn(records: readonly Made[], window: Span): readonly Told[] {
  const map = new ToldMap();
  markRings().show?.(map as unknown as Map, sceneOf(records, window), undefined);
  return map.rings;
}

const radii = (records: readonly Made[], window: Span): readonly number[] =>
  drawn(records, window).map(({ radius }) => radius);

describe('the rings of a mark', () => {
  const three: readonly Made[] = [
    ['us-military', 'struck', DAY],
    ['energy', 'struck', DAY],
    ['energy', 'struck', DAY],
  ];

  it('have areas that are the counts: each reaches as far as the root of what it and the inner ones count', () => {
    expect(radii(three, DAY)).toEqual([0, markRadius(3, 7), markRadius(2, 7)]);
  });

  it('shrink with the window, and a ring with nothing in it is not drawn', () => {
    const later: readonly Made[] = [...three.slice(1), ['us-military', 'struck', NEXT_DAY]];
    expect(radii(later, DAY)).toEqual([0, 0, markRadius(2, 7)]);
    expect(radii(later, NEXT_DAY)).toEqual([0, markRadius(1, 7), 0]);
  });

  it('have an outline for what is only possibly in the window, as wide as with all of it', () => {
    const unsure: readonly Made[] = [...three, ['energy', 'struck', BOTH]];
    const [outline, ...rings] = radii(unsure, DAY);
    expect(outline).toBeCloseTo(markRadius(4, 7) + 1, 10);
    expect(rings).toEqual([markRadius(3, 7), markRadius(2, 7)]);
    expect(radii(unsure, NEXT_DAY)).toEqual([markRadius(1, 7) + 1, 0, 0]);
  });

  it('keep what was intercepted apart from what hit, outside of it', () => {
    const mixed: readonly Made[] = [
      ['energy', 'struck', DAY],
      ['energy', 'intercepted', DAY],
    ];
    expect(drawn(mixed, DAY).slice(1)).toEqual([
      { target: 3, form: 1, radius: markRadius(2, 7) },
      { target: 3, form: 0, radius: markRadius(1, 7) },
    ]);
  });

  it('are left to the square where a mark stands for halts alone', () => {
    const halts: readonly Made[] = [['energy', 'halted', DAY]];
    expect(radii(halts, DAY)).toEqual([0]);
    expect(radii([['energy', 'halted', BOTH]], DAY)).toEqual([markRadius(1, 7) + 1]);
  });
});
