/** An edited copy of one published record, next to the published ones: its point is moved. */
import { expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { EMPTY_FILTER } from '../../../src/core/filters/filter.ts';
import type { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { handlersWith, opened, outputOf, published } from './open-handlers.ts';

const EVER = { from: -2_000_000_000, to: 2_000_000_000 };
const ALL = { filter: EMPTY_FILTER, extent: undefined, window: EVER };
const MOVED = { lon: 43.4, lat: 36.7 };
const ZOOM = 9;

type Feature = {
  readonly id: string;
  readonly properties: { readonly place: object };
  readonly geometry: { readonly type: string } | null;
};

function editedCopy(): { readonly id: string; readonly text: string } {
  const text = new TextDecoder().decode(published('incidents.geojson'));
  const whole = JSON.parse(text) as { readonly features: readonly Feature[] };
  const one = whole.features.find(({ geometry }) => geometry) ?? expect.unreachable();
  const { properties, geometry } = one;
  const moved = {
    ...one,
    properties: { ...properties, place: { ...properties.place, ...MOVED } },
    geometry: { ...geometry, coordinates: [MOVED.lon, MOVED.lat] },
  };
  return { id: one.id, text: JSON.stringify({ ...whole, features: [moved] }) };
}

async function bothOn() {
  const copy = editedCopy();
  const handlers = await handlersWith(copy.text);
  await opened(handlers, 1, 'copy.geojson');
  await handlers.showDatasets([0, 1], UNINTERRUPTED);
  const list = await outputOf(handlers.list({ ...ALL, group: undefined }, UNINTERRUPTED));
  const all = await outputOf(handlers.records([...(list?.rows ?? [])]));
  const same = all.filter(({ id }) => id === copy.id);
  const of = (dataset: number) =>
    same.find((record) => record.dataset === dataset) ?? expect.unreachable();
  return { handlers, own: of(0), copied: of(1) };
}

const clicked = async (handlers: RequestHandlers, record: number) => {
  const group = { kind: 'mark-of-record', zoom: ZOOM, record } as const;
  const asked = { filter: EMPTY_FILTER, window: EVER, group };
  return (await outputOf(handlers.group(asked, UNINTERRUPTED))) ?? expect.unreachable();
};

it.each(['own', 'copied'] as const)(
  'the group of a mark stays that of the %s record that was clicked',
  async (which) => {
    const both = await bothOn();
    const { handlers } = both;
    const { row, id, dataset, place } = both[which];
    const { group, list } = await clicked(handlers, row);
    expect(list.rows).toContain(row);
    const again = await outputOf(handlers.list({ ...ALL, group }, UNINTERRUPTED));
    expect([...(again?.rows ?? [])]).toEqual([...list.rows]);
    const { view } = await outputOf(
      handlers.view(
        {
          ...ALL,
          zoom: ZOOM,
          scheme: 'target',
          selected: { id, dataset },
          countsIn: undefined,
        },
        UNINTERRUPTED,
      ),
    );
    const mark = view.markOfSelected ?? expect.unreachable();
    expect(view.marks.lon[mark]).toBeCloseTo(place?.lon ?? NaN, 0);
    expect(view.marks.lat[mark]).toBeCloseTo(place?.lat ?? NaN, 0);
  },
);

it('a record is found in its own data set, and nowhere while that is off', async () => {
  const { handlers, own, copied } = await bothOn();
  const rowOf = async (dataset: number | undefined) =>
    (await outputOf(handlers.find({ id: own.id, dataset })))?.row;
  expect(await rowOf(0)).toBe(own.row);
  expect(await rowOf(1)).toBe(copied.row);
  await handlers.showDatasets([0], UNINTERRUPTED);
  expect(await rowOf(1)).toBeUndefined();
  expect(await rowOf(undefined)).toBe(own.row);
});
