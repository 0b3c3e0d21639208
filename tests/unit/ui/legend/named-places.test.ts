import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { MarkCounter } from '../../../../src/core/index/mark-counter.ts';
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import { LOOKS } from '../../../../src/core/records/color-scheme.ts';
import { TARGETS } from '../../../../src/core/records/incident.ts';
import { DAY } from '../../../../src/core/time/minute.ts';
import type { TimeRange } from '../../../../src/core/time/time-range.ts';
import {
  namedPlaces,
  placeCountsOf,
  type PlaceCounts,
} from '../../../../src/ui/legend/named-places.ts';
import { RECORDS } from '../../published-records.ts';
import { openPage } from '../../state/open-page.ts';

/** Counts of names, all certain and of the first look. */
const countsOf = (...certain: readonly number[]): PlaceCounts => ({
  certain: Uint32Array.from(certain),
  possible: new Uint32Array(certain.length),
  looks: Uint32Array.from(certain.flatMap((count) => [count, ...Array<number>(LOOKS - 1).fill(0)])),
});

const placesOf = (
  names: readonly string[],
  counts: readonly number[],
  distinct = names.length,
) => ({
  names,
  counts: Uint32Array.from(counts),
  distinct,
});

describe('`namedPlaces`', () => {
  it('lists the names by number, then the others, then what has no closer place', () => {
    const places = placesOf(['Town', 'Town Airport', 'Camp, near Town', ''], [8, 5, 2, 3]);
    const counts = countsOf(8, 2, 5, 3);
    expect(
      namedPlaces(places, counts, counts, false).map(({ kind, name, certain }) => [
        kind,
        name,
        certain,
      ]),
    ).toEqual([
      ['place', 'Camp, near Town', 5],
      ['place', 'Town Airport', 2],
      ['others', '', 3],
      ['no-closer', 'Town', 8],
    ]);
  });

  it('takes no part of a word for a name', () => {
    const counts = countsOf(8, 5);
    const rows = namedPlaces(placesOf(['Har', 'Harir'], [8, 5]), counts, counts, false);
    expect(rows.map(({ kind }) => kind)).toEqual(['place', 'place']);
  });

  it('lists eight names and says how many more there are', () => {
    const names = Array.from({ length: 11 }, (_, at) => `Place ${at}a`);
    const all = names.map((_, at) => 20 - at);
    const rows = namedPlaces(placesOf(names, all), countsOf(...all), countsOf(...all), true);
    expect(rows).toHaveLength(9);
    const last = rows.at(-1);
    expect([last?.kind, last?.more, last?.certain]).toEqual(['others', 3, 12 + 11 + 10]);
  });

  it('keeps its rows while the window moves, and the settled window orders them', () => {
    const places = placesOf(['A', 'B', 'C'], [5, 4, 3]);
    const settled = countsOf(0, 1, 3);
    const namesIn = (now: PlaceCounts, areEmptyShown: boolean) =>
      namedPlaces(places, now, settled, areEmptyShown).map(({ name }) => name);
    expect(namesIn(countsOf(5, 0, 0), true)).toEqual(['C', 'B', 'A']);
    expect(namesIn(settled, false)).toEqual(['C', 'B']);
  });

  it('counts the published records of the largest mark as brute force does, in every window', async () => {
    const app = await openPage('');
    const view = await vi.waitFor(() => {
      flushSync();
      if (!app.shown?.view) throw new Error('There is no view yet.');
      return app.shown.view.view;
    });
    const { shown } = app;
    if (!shown) throw new Error('The data are not open.');
    const group = { kind: 'mark-of-record', zoom: 9, record: view.marks.row[0] ?? 0 } as const;
    const { limits } = app.timeline;
    const list = await shown.queries.findGroup(group, limits, undefined, EMPTY_FILTER);
    const ids = (await shown.records.page([...(list?.list.rows ?? [])])).map(({ id }) => id);
    const records = RECORDS.filter(({ incident }) => ids.includes(incident.id));
    expect(records.length).toBe(list?.list.incidents);
    expect(records.length).toBeGreaterThan(40);

    const request = {
      filter: EMPTY_FILTER,
      scheme: 'target',
      groups: [group],
      isOne: true,
    } as const;
    await shown.queries.cardPlaces.ask(request);
    const places = shown.queries.cardPlaces.shown?.places;
    if (!places) throw new Error('The records of the mark name no places.');
    const looks = shown.data.layers.map(({ styleIndex }) => styleIndex);
    const counter = new MarkCounter(places, looks);
    const windows: readonly TimeRange[] = [
      limits,
      ...Array.from({ length: 19 }, (_, day) => ({
        from: limits.from + day * DAY,
        to: limits.from + (day + 1 + (day % 4)) * DAY,
      })),
    ];
    for (const window of windows) {
      const counts = placeCountsOf(counter, window, shown.isOn);
      const rows = namedPlaces(places, counts, counts, true);
      const isCertain = ({ span }: (typeof records)[number]): boolean =>
        span.from >= window.from && span.to <= window.to;
      const isPossible = (record: (typeof records)[number]): boolean =>
        !isCertain(record) && record.span.from < window.to && record.span.to > window.from;
      for (const { kind, name, certain, possible, looks: ofLooks } of rows) {
        const own = records.filter(({ incident: { place } }) =>
          kind === 'others' ? !rows.some((row) => row.name === place.name) : place.name === name,
        );
        expect(certain, name).toBe(own.filter(isCertain).length);
        expect(possible, name).toBe(own.filter(isPossible).length);
        TARGETS.forEach((target, look) => {
          const ofTarget = own.filter(
            (record) => record.incident.target === target && isCertain(record),
          );
          expect(ofLooks[look], `${name}: ${target}`).toBe(ofTarget.length);
        });
      }
      const sum = rows.reduce((all, { certain, possible }) => all + certain + possible, 0);
      expect(sum).toBe(records.filter((one) => isCertain(one) || isPossible(one)).length);
    }
  });

  it('opens the records of one name, and no others', async () => {
    const app = await openPage('');
    const view = await vi.waitFor(() => {
      flushSync();
      if (!app.shown?.view) throw new Error('There is no view yet.');
      return app.shown.view.view;
    });
    const record = view.marks.row[0] ?? 0;
    const place = 'Irbil International Airport';
    await app.selection.openGroup({ kind: 'mark-of-record', zoom: view.zoom, record, place });
    const rows = [...(app.shown?.list?.listing.rows ?? [])];
    const records = (await app.shown?.records.page(rows)) ?? [];
    const named = RECORDS.flatMap(({ incident }) =>
      incident.kind === 'incident' && incident.place.name === place ? [incident] : [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(records.map(({ id }) => id).toSorted()).toEqual(named.map(({ id }) => id).toSorted());
    expect(app.panel.isOutermost).toBe(false);
    app.panel.back();
    expect(app.panel.state.group).toMatchObject({ kind: 'mark', place: undefined });
  });
});
