/** Several tables behind one index. Every record is made up. */
import { ROW_FILTER_NAMES, type RowFilterName } from '../../../../src/core/filters/row-filters.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetIndex } from '../../../../src/core/index/dataset-index.ts';
import type { IncidentCells } from '../../../../src/core/index/incident-cells.ts';
import { COLOR_SCHEMES } from '../../../../src/core/records/color-scheme.ts';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { MergedIndex } from '../../../../src/core/index/merged-index.ts';
import type { RecordGroup } from '../../../../src/core/index/record-group.ts';
import { NO_ROW, type MarkView } from '../../../../src/core/index/mark-view.ts';
import type { RecordList } from '../../../../src/core/index/record-list.ts';
import {
  countIntervals,
  newCounts,
  type GroupCounts,
  type IntervalIndex,
} from '../../../../src/core/index/interval-index.ts';
import { TableIndex } from '../../../../src/core/index/table-index.ts';
import { LruCache } from '../../../../src/core/base/lru-cache.ts';
import type { LevelPyramid } from '../../../../src/core/layout/level-pyramid.ts';
import { EVER } from '../../../../src/core/index/tally.ts';
import { filterOf, EMPTY_FILTER, type Filter } from '../../../../src/core/filters/filter.ts';
import type { Bounds } from '../../../../src/core/place/bounds.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import {
  INCIDENT,
  spanAt,
  type IncidentTable,
} from '../../../../src/core/records/incident-table.ts';
import { daysOf } from '../../../../src/core/time/time-range.ts';
import { contentOfIncident } from '../../../../src/core/records/incident-schema.ts';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { DAY, startOfDay, type Minute } from '../../../../src/core/time/minute.ts';
import type { Layer } from '../../../../src/core/records/layer.ts';
import type { RecordRef } from '../../../../src/core/records/record-ref.ts';
import {
  ENDLESS,
  OPEN_BEGIN,
  OPEN_END,
  UNDATED,
} from '../../../../src/core/records/unknown-ends.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import { madeUp, PERIOD, span, table } from '../records/made-up-incidents.ts';
import { allRows, incidentAt } from '../records/recorded-incidents.ts';
import { joinTables, withUnknownEnds } from './joined-tables.ts';
import { EVERYTHING, indexOf, listOf, totalsIn } from './views.ts';

const NAMES = ['Nowhere', 'Somewhere', 'Elsewhere', ''] as const;

/** The same records as another data set has them: with names, and ids of its own or not. */
function ofSet(all: IncidentTable, dataset: number, isAlike = true): IncidentTable {
  return incidentTable(
    allRows(all).map((row) => {
      const incident = incidentAt(all, row);
      const name = NAMES[(row + dataset) % NAMES.length] ?? '';
      const id = isAlike ? incident.id : `${incident.id}-${dataset}`;
      return {
        incident: { ...incident, id, place: { ...incident.place, name } },
        span: spanAt(all, row),
      };
    }),
    dataset,
  );
}

/** With `count` categories as layers in place of the targets. */
function withLayers(all: IncidentTable, dataset: number, count: number): IncidentTable {
  const layers = Array.from({ length: count }, (_, at): Layer => {
    const name = { kind: 'category', text: `made up ${at}` } as const;
    return { key: `${dataset}:${at}`, dataset, name, styleIndex: at };
  });
  return { ...all, layers, layer: all.layer.map((layer) => layer % count) };
}

type MadeUpSet = {
  readonly all: IncidentTable;
  readonly isAlike: boolean;
  readonly layers: number | undefined;
  readonly codes: readonly number[];
};

const codes = fc.oneof(
  fc.constant([0]),
  fc.constant([UNDATED]),
  fc.array(fc.constantFrom(0, 0, 0, UNDATED, OPEN_END, OPEN_BEGIN), { minLength: 1, maxLength: 9 }),
);

const madeUpSet: fc.Arbitrary<MadeUpSet> = fc.record({
  all: table,
  isAlike: fc.boolean(),
  layers: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  codes,
});

/** One to four data sets: with unknown ends, areas and points in common, and ids in common or not. */
const tables: fc.Arbitrary<Promise<readonly IncidentTable[]>> = fc
  .array(madeUpSet, { minLength: 1, maxLength: 4 })
  .map((sets) =>
    Promise.all(
      sets.map(async ({ all, isAlike, layers, codes: ends }, dataset) => {
        const named = ofSet(all, dataset, isAlike);
        const own = layers === undefined ? named : withLayers(named, dataset, layers);
        const codeOf = (kind: number, row: number): number =>
          kind === INCIDENT ? (ends[row % ends.length] ?? 0) : 0;
        return withUnknownEnds(own, Uint8Array.from(own.kind, codeOf));
      }),
    ),
  );

const window: fc.Arbitrary<TimeRange> = fc.oneof(
  span,
  fc.constantFrom(EVER, PERIOD, { from: 0, to: 1440 }),
  fc.nat(10_000).map((at) => ({ from: PERIOD.from + at, to: PERIOD.from + at + 60 })),
);
const extent: fc.Arbitrary<Bounds | undefined> = fc.constantFrom(
  undefined,
  undefined,
  { west: 43.96, south: 35.47, east: 44.63, north: 36.24 },
  { west: 170, south: -90, east: 190, north: 90 },
);

const query = fc.record({
  text: fc.constantFrom('', '', 'made', 'elsewhere', 'struck', 'absent', 'made-up-1'),
  hides: fc.array(fc.nat(40), { maxLength: 6 }),
  only: fc.subarray([...ROW_FILTER_NAMES]),
  knownBefore: fc.option(
    fc.integer({ min: -1, max: 9 }).map((days) => startOfDay(PERIOD.from) + days * DAY),
    { nil: undefined },
  ),
  scheme: fc.constantFrom(...COLOR_SCHEMES),
  window,
  extent,
  zoom: fc.constantFrom(1, 6, 9.5, 14),
  of: fc.nat(1_000),
});

const filterHiding = (
  index: MergedIndex,
  text: string,
  hides: readonly number[],
  only: readonly RowFilterName[] = [],
  knownBefore?: Minute,
): Filter =>
  filterOf({
    text,
    knownBefore,
    only,
    hidden: hides.flatMap((at) => index.layers[at]?.key ?? []),
  });

/** A record by its data set and id, wherever it is. */
function keyOf(index: MergedIndex, ref: RecordRef): string {
  const recorded = index.record(ref);
  if (!recorded) return 'none';
  return `${index.layers[recorded.layer]?.dataset ?? -1} ${recorded.id}`;
}

/** What an index counts, in windows of every kind. */
function countsOf(index: IntervalIndex): readonly GroupCounts[] {
  const windows = [
    EVER,
    PERIOD,
    { from: 0, to: 1440 },
    ...[0, 700, 1440, 5_000, 9_000].flatMap((from) =>
      [1, 60, 1440, 4_000].map((length) => ({
        from: PERIOD.from + from,
        to: PERIOD.from + from + length,
      })),
    ),
  ];
  return windows.map((at) => {
    const counts = newCounts(index.length);
    countIntervals(index, at, counts);
    return counts;
  });
}

const keyOfRow = (index: MergedIndex, row: number): string =>
  row === NO_ROW ? 'none' : keyOf(index, row);

type Groups = Omit<IncidentCells, 'length' | 'scheme' | 'zone' | 'origins' | 'isUndated' | 'area'> &
  Partial<Pick<IncidentCells, 'zone' | 'origins' | 'isUndated' | 'area'>>;

/** Each group by what it is and what it counts, in an order of its own: groups are numbered as rows are met. */
function groupKeys({ spans, ...columns }: Groups, first = 0, end = spans.length): unknown {
  const counts = countsOf(spans);
  return Array.from({ length: end - first }, (_, at) => {
    const group = first + at;
    const told = Object.values(columns).map((column) =>
      typeof column === 'string' ? column : column[group],
    );
    return JSON.stringify([told, counts.map((one) => [one.certain[group], one.possible[group]])]);
  }).toSorted();
}

const cellKeys = ({ length, scheme, ...columns }: IncidentCells): unknown => [
  length,
  scheme,
  groupKeys(columns),
];

const viewKeys = (index: MergedIndex, { groups, ...view }: MarkView) => ({
  ...view,
  marks: {
    ...view.marks,
    row: Array.from(view.marks.row, (row) => keyOfRow(index, row)),
    groups: Array.from(view.marks.count, (_, mark) =>
      groupKeys(groups, view.marks.groups[mark], view.marks.groups[mark + 1]),
    ),
  },
  halos: { ...view.halos, spans: countsOf(view.halos.spans) },
  details: {
    ...view.details,
    single: Array.from(view.details.single, (row) => keyOfRow(index, row)),
  },
});

const listKeys = (index: MergedIndex, list: RecordList | undefined) =>
  list && { ...list, rows: Array.from(list.rows, (row) => keyOf(index, row)) };

describe('an index over several tables', () => {
  it('answers every query as one over all their rows copied into one table', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        query,
        async (made, { text, hides, scheme, window: at, zoom, ...asked }) => {
          const merged = indexOf(await made);
          const joined = indexOf([await joinTables(await made)]);
          const [own, copied] = [merged, joined].map((index) => ({
            index,
            refs: new Map<string, RecordRef>(),
          }));
          if (!own || !copied) throw new Error('There are two.');
          const length = (await made).reduce((sum, one) => sum + one.length, 0);
          for (const { index, refs } of [own, copied])
            for (let ref = 0; ref < length; ref++) refs.set(keyOf(index, ref), ref);
          expect([...own.refs.keys()].toSorted()).toEqual([...copied.refs.keys()].toSorted());
          const [key = ''] = [...own.refs.keys()].slice(asked.of % own.refs.size);
          const answers = await Promise.all(
            [own, copied].map(async ({ index, refs }) => {
              const filter = filterHiding(index, text, hides, asked.only, asked.knownBefore);
              const selected = refs.get(key) ?? NO_ROW;
              const counts = await index.counts(filter, scheme, asked.extent, UNINTERRUPTED);
              const view = await index.view(
                filter,
                { zoom, extent: asked.extent, window: at, selected, scheme },
                UNINTERRUPTED,
              );
              const marks = view.marks.number.slice(0, 3);
              const namesQuery = { filter, zoom, window: at, marks };
              const names = await index.markNames(namesQuery, UNINTERRUPTED);
              const groups: readonly (RecordGroup | undefined)[] = [
                undefined,
                { kind: 'mark', zoom, record: selected },
                { kind: 'area', name: 'Irbil' },
                { kind: 'area', name: 'absent' },
              ];
              const lists = [];
              for (const group of groups)
                lists.push(
                  listKeys(
                    index,
                    await index.list(
                      { filter, extent: asked.extent, window: at, group },
                      UNINTERRUPTED,
                    ),
                  ),
                );
              const found = index.refOf({ id: key.slice(2), dataset: undefined });
              const recorded = index.record(selected);
              return {
                about: [index.layers, index.areaNames, index.period, index.isByDay],
                counts: { cells: cellKeys(counts.cells), areas: cellKeys(counts.areas) },
                view: viewKeys(index, view),
                names,
                lists,
                found: found === undefined ? undefined : keyOf(index, found),
                record: recorded && { ...recorded, row: 0 },
              };
            }),
          );
          expect(answers[0]).toEqual(answers[1]);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('has every record of each, with its place, time and layer', () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const both = [one, ofSet(other, 3)];
        const index = indexOf(both);
        const records = both.flatMap((from) =>
          allRows(from).map((row) => ({
            incident: incidentAt(from, row),
            span: spanAt(from, row),
          })),
        );
        const refs = records.map((_, ref) => ref);
        const answered = index.records(refs);
        expect(answered.map((recorded) => recorded.row)).toEqual(refs);
        answered.forEach((recorded, ref) => {
          const layer = index.layers[recorded.layer];
          const { incident, span } = records[ref] ?? {};
          expect(recorded).toMatchObject({ ...(incident && contentOfIncident(incident)), span });
          expect(layer?.name).toEqual({ kind: 'target', target: incident?.target });
          expect(layer?.dataset).toBe(ref < one.length ? 0 : 3);
          const area = recorded.area;
          if (area !== undefined) expect(index.areaNames).toContain(area);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('keeps apart what different sets call by one layer', () => {
    fc.assert(
      fc.property(table, (one) => {
        const { layers } = indexOf([one, ofSet(one, 2)]);
        expect(new Set(layers.map(({ key }) => key)).size).toBe(layers.length);
        expect(layers.filter(({ dataset }) => dataset === 2)).toHaveLength(8);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps 300 sets, their 2,400 layers and 300 areas apart, and counts each as brute force does', async () => {
    const sets = 300;
    const made = Array.from({ length: sets }, (_, dataset) =>
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
    const index = indexOf(made);
    expect(index.layers).toHaveLength(sets * TARGETS.length);
    expect(index.areaNames).toHaveLength(sets);
    const byLayer = new Map<string, number>();
    const { rows } = await listOf(made, EVER);
    for (const recorded of index.records(rows)) {
      const target = recorded.fields.find((field) => field.kind === 'target')?.value.target;
      const dataset = Number(recorded.id.split('-')[2]);
      const layer = index.layers[recorded.layer];
      expect([layer?.dataset, layer?.name]).toEqual([dataset, { kind: 'target', target }]);
      expect(recorded.area ?? `Area ${dataset}`).toBe(`Area ${dataset}`);
      byLayer.set(layer?.key ?? '', (byLayer.get(layer?.key ?? '') ?? 0) + 1);
    }
    expect([...byLayer.values()]).toEqual(Array.from({ length: sets }, () => 2));
    const { cells, areas } = await index.counts(EMPTY_FILTER, 'target', undefined, UNINTERRUPTED);
    const allOn = new Uint8Array(index.layers.length).fill(1);
    const counts = totalsIn(cells, EVER, allOn).byLayer;
    index.layers.forEach(({ key }, at) => {
      expect(counts.certain[at]).toBe(byLayer.get(key) ?? 0);
    });
    expect([...new Set(areas.area)].toSorted((a, b) => a - b)).toEqual([...Array(sets).keys()]);
    // Far in: each mark is of one layer, and no mark is that of another set.
    const view = await index.view(
      EMPTY_FILTER,
      { zoom: 11, extent: undefined, window: EVER, selected: undefined, scheme: 'target' },
      UNINTERRUPTED,
    );
    const looks = index.layers.map(({ styleIndex }) => styleIndex);
    const counted = new MarkCounter(view, looks).count(EVER, allOn);
    for (let mark = 0; mark < view.marks.length; mark++) {
      const layer = index.record(view.marks.row[mark] ?? NO_ROW)?.layer ?? -1;
      expect(counted.layersOf(mark)[layer]).toBeGreaterThan(0);
      const group = view.marks.groups[mark] ?? 0;
      if (view.marks.count[mark] === 1) expect(view.groups.layer[group]).toBe(layer);
    }
    expect(counted.marks.certain.reduce((sum, one) => sum + one, 0)).toBe(sets);
  });

  it('gives a record without a date a time of its own, whatever the others are', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (one, other) => {
        const undated = await withUnknownEnds(
          ofSet(other, 1),
          new Uint8Array(other.length).fill(UNDATED),
        );
        const index = indexOf([one, undated]);
        const refs = Array.from({ length: undated.length }, (_, row) => one.length + row);
        const isDated = index.period.from < index.period.to;
        for (const recorded of index.records(refs)) {
          expect(recorded.unknownEnd).toBe('both');
          expect(recorded.span).toEqual(isDated ? ENDLESS : { from: 0, to: 1_440 });
        }
        expect(isDated).toBe(one.kind.includes(INCIDENT) || daysOf(one.period).from > 0);
      }),
      { numRuns: 30 },
    );
  });

  it('finds a layout again when data sets are switched off and on, and asks none of their rows', async () => {
    const [one, other] = fc.sample(table, { numRuns: 2, seed: 7 });
    if (!one || !other) throw new Error('There are two.');
    const kept = new LruCache<LevelPyramid>(8);
    let asked = 0;
    const watched = [one, ofSet(other, 1)].map((made, at): DatasetIndex => {
      const index = new TableIndex(made, at * 1_000, [], () => undefined);
      const placeCounts: DatasetIndex['placeCounts'] = (...query) => {
        asked++;
        return index.placeCounts(...query);
      };
      return new Proxy(index, {
        get: (target, name) => {
          if (name === 'placeCounts') return placeCounts;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    });
    const viewed = async (on: readonly DatasetIndex[]) => {
      const before = asked;
      await new MergedIndex(on, kept).view(
        EVERYTHING,
        { zoom: 6, extent: undefined, window: EVER, selected: undefined, scheme: 'target' },
        UNINTERRUPTED,
      );
      return asked - before;
    };
    expect(await viewed(watched)).toBe(2);
    expect(await viewed(watched.slice(0, 1))).toBe(1);
    expect(await viewed(watched)).toBe(0);
    expect(await viewed(watched.slice(0, 1))).toBe(0);
  });

  it('is empty when nothing is on', async () => {
    const index = indexOf([]);
    const { cells } = await index.counts(EMPTY_FILTER, 'target', undefined, UNINTERRUPTED);
    expect([index.layers.length, cells.length]).toEqual([0, 0]);
    expect((await listOf([], EVER)).rows).toHaveLength(0);
    const view = await index.view(
      EVERYTHING,
      { zoom: 6, extent: undefined, window: EVER, selected: undefined, scheme: 'target' },
      UNINTERRUPTED,
    );
    expect(view.marks.length).toBe(0);
  });
});
