import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../src/core/records/figures.ts';
import type {
  DatasetInfo,
  Figure,
  MonitorTotal,
} from '../../../../src/core/records/dataset-info.ts';
import {
  EFFECTS,
  KINDS,
  WEAPONS,
  type CountRange,
  type Incident,
} from '../../../../src/core/records/incident.ts';
import { wordingOf } from '../../../../src/core/records/running-totals.ts';
import { DAY, isoText, minuteOf } from '../../../../src/core/time/minute.ts';
import { UNTITLED } from '../../../../src/worker/untitled.ts';
import { madeUp } from './made-up-incidents.ts';

/** Made up, as all records and totals of this file. */
const info: DatasetInfo = {
  ...UNTITLED,
  region: { name: { en: 'Nowhere' }, governorates: ['North', 'South'], counted_from: '2000-01-01' },
};

const total = (changes: Partial<MonitorTotal>): MonitorTotal => ({
  as_of: '2000-01-05',
  from: '2000-01-01',
  who: 'A monitor',
  via: null,
  unit: 'strikes',
  at_least: 40,
  approximate: false,
  area: 'Nowhere',
  by_governorate: { North: 30, South: 10 },
  by_target: null,
  by_weapon: null,
  killed: 3,
  injured: null,
  url: 'https://example.org/',
  note: null,
  ...changes,
});

const range = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([least, more]): CountRange => [least, least + more]),
);

const record = fc.record({
  kind: fc.constantFrom(...KINDS),
  effect: fc.constantFrom(...EFFECTS),
  governorate: fc.constantFrom('North', 'South', 'Elsewhere', null),
  killed: range,
  injured: range,
});

const HALTS = ['halted', 'restored', 'outage'];
const count = (value: number): Figure => ({ kind: 'count', count: value });

describe('`findingsOf`', () => {
  it('counts attacks, halts and people as brute force does', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (made) => {
        const records = made.map(({ governorate, ...changes }) => {
          const one = madeUp(changes);
          return { ...one, place: { ...one.place, governorate } };
        });
        const { figures } = findingsOf(records, info);
        const incidents = records.filter(({ kind }) => kind === 'incident');
        const attacks = incidents.filter(({ effect }) => !HALTS.includes(effect));
        const inside = attacks.filter(({ place }) => /North|South/.test(place.governorate ?? ''));
        const outside = attacks.filter((one) => !inside.includes(one));
        const sums = (of: typeof attacks, end: 0 | 1): number =>
          of.reduce((sum, { killed }) => sum + (killed?.[end] ?? 0), 0);
        expect(figures).toMatchObject({
          records: count(records.length),
          attacks: count(attacks.length),
          halts: count(incidents.length - attacks.length),
          'attacks.region': count(inside.length),
          'attacks.elsewhere': count(outside.length),
          'killed.region': { kind: 'people', range: [sums(inside, 0), sums(inside, 1)] },
          'killed.elsewhere': { kind: 'people', range: [sums(outside, 0), sums(outside, 1)] },
        });
      }),
    );
  });

  const inNorth = (changes: Partial<Incident>): Incident => {
    const one = madeUp(changes);
    return { ...one, place: { ...one.place, governorate: 'North' } };
  };

  it('has the longest run of days with drones or missiles in the region, as brute force does', () => {
    const day = fc.integer({ min: 1, max: 9 });
    const made = fc.record({
      day,
      weapon: fc.constantFrom(...WEAPONS),
      mark: fc.constantFrom('', '~'),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 25 }), (attacks) => {
        const { figures } = findingsOf(
          attacks.map(({ day: at, weapon, mark }) =>
            inNorth({ weapon, time: `2000-01-0${at}${mark}` }),
          ),
          info,
        );
        const isDay = (at: number): boolean =>
          attacks.some(
            ({ day: of, weapon, mark }) =>
              of === at && mark === '' && /drone|missile|mixed/.test(weapon),
          );
        const text = Array.from({ length: 10 }, (_, i) => (isDay(i) ? 'x' : ' ')).join('');
        const runs = text.split(' ').filter(Boolean);
        const longest = runs.toSorted((a, b) => b.length - a.length).at(0);
        if (longest === undefined) {
          expect(Object.keys(figures)).not.toContain('days-on-end');
          return;
        }
        expect(figures['days-on-end']).toEqual(count(longest.length));
        const last = figures['days-on-end.last'];
        const end = last?.kind === 'day' ? (last.day - minuteOf(2000, 1, 1)) / DAY + 1 : 0;
        expect(text.slice(end - longest.length + 1, end + 1)).toBe(longest);
      }),
    );
  });

  it('counts no day on end that is not certain, or of an attack elsewhere or with other weapons', () => {
    const { figures } = findingsOf(
      [
        inNorth({ time: '2000-01-01' }),
        inNorth({ time: '2000-01-02T23:59:00+03:00' }),
        inNorth({ time: '2000-01-03/2000-01-04' }),
        inNorth({ time: '2000-01-03', weapon: 'artillery' }),
        inNorth({ time: '2000-01-03', effect: 'halted' }),
        madeUp({ time: '2000-01-03' }),
      ],
      info,
    );
    expect(figures).toMatchObject({
      'days-on-end': count(2),
      'days-on-end.last': { kind: 'day', day: minuteOf(2000, 1, 2) },
    });
  });

  it('has the period of the incidents in whole days, at its widest', () => {
    const { figures } = findingsOf(
      [
        madeUp({ time: '2000-01-03T13:25:00+03:00' }),
        madeUp({ time: '2000-01-05~' }),
        madeUp({ kind: 'series', time: '1999' }),
      ],
      info,
    );
    expect(figures['period']).toEqual({
      kind: 'period',
      period: { from: minuteOf(2000, 1, 3), to: minuteOf(2000, 1, 7) },
    });
    expect(Object.keys(findingsOf([], info).figures)).not.toContain('period');
  });

  it('takes the last exact total of the whole region, with what it says of people', () => {
    const { figures } = findingsOf([], {
      ...info,
      totals: [
        total({ as_of: '2000-01-06', at_least: 50 }),
        total({ at_least: 45 }),
        total({ as_of: '2000-01-07', at_least: 60, approximate: true }),
        total({ as_of: '2000-01-08', at_least: 70, area: 'North' }),
        total({ as_of: '2000-01-09', at_least: 9, from: '2000-01-09' }),
        total({ as_of: '2000-01-09', at_least: 90, by_governorate: { North: 1 } }),
      ],
    });
    expect(figures).toMatchObject({
      'monitor.count': count(50),
      'monitor.day': { kind: 'day', day: minuteOf(2000, 1, 6) },
      'monitor.killed': count(3),
      'monitor.in.North': count(30),
    });
    expect(Object.keys(figures)).not.toContain('monitor.injured');
  });

  it.each([
    ['2000-01-02', [0, 1, 1]],
    ['2000-01-02~', [0, 1, 1]],
    ['2000-01-02/2000-01-09', [0, 1, 1]],
    ['2000-01-02T23:59:00+03:00', [0, 1, 1]],
    ['2000-01', [1, 1, 1]],
    ['2000-01-04', [0, 0, 0]],
  ])('counts a record of %s from the first day that it states', (time, mapped) => {
    const one = madeUp({ time });
    const found = findingsOf([{ ...one, place: { ...one.place, governorate: 'South' } }], {
      ...info,
      totals: [total({ as_of: '2000-01-03' })],
    });
    const toThird = found.mapped.slice(0, 3);
    expect(toThird.map(({ attacks }) => attacks)).toEqual(mapped);
    expect(toThird.map(({ byGovernorate }) => byGovernorate)).toEqual(
      mapped.map((own) => [0, own]),
    );
  });

  it('has every day from the first that the totals count to the last of a record or total', () => {
    const days = (records: readonly Incident[], as_of: string): readonly string[] =>
      findingsOf(records, { ...info, totals: [total({ as_of })] }).mapped.map(({ day }) =>
        isoText(day),
      );
    expect(days([], '2000-01-03')).toEqual(['2000-01-01', '2000-01-02', '2000-01-03']);
    expect(days([madeUp({ time: '2000-01-04' })], '2000-01-03')).toHaveLength(4);
    expect(findingsOf([madeUp({})], { ...info, totals: [] })).toMatchObject({
      mapped: [],
      running: [],
    });
  });
});

describe('running totals', () => {
  it('are those of the region or one governorate since the first day, in order', () => {
    const totals = [
      total({ as_of: '2000-01-04', area: 'South' }),
      total({ as_of: '2000-01-02', area: 'Elsewhere' }),
      total({ as_of: '2000-01-03' }),
      total({ as_of: '2000-01-04', from: null }),
      total({ as_of: '2000-01-04', from: '2000-01-04' }),
    ];
    expect(findingsOf([], { ...info, totals }).running).toEqual([
      {
        total: 2,
        governorate: null,
        day: minuteOf(2000, 1, 3),
        isDayApproximate: false,
        record: null,
      },
      {
        total: 0,
        governorate: 1,
        day: minuteOf(2000, 1, 4),
        isDayApproximate: false,
        record: null,
      },
    ]);
  });

  it('name the record that rests on the same report, if it can only be one', () => {
    const report = {
      publisher: 'An outlet',
      title: null,
      url: total({}).url,
      published: null,
      language: 'en',
      says: 'Made up.',
    };
    const of = (id: string, time: string, kind: Incident['kind'] = 'total'): Incident =>
      madeUp({ id, kind, time, reports: [report] });
    const recordsOf = (...records: readonly Incident[]) =>
      findingsOf(records, { ...info, totals: [total({ as_of: '2000-01-05' })] }).running.map(
        ({ record, isDayApproximate }) => [record, isDayApproximate],
      );
    const late = of('late', '2000-01-01/2000-01-05~');
    expect(recordsOf(of('early', '2000-01-01/2000-01-04'))).toEqual([['early', false]]);
    expect(recordsOf(of('early', '2000-01-01/2000-01-04'), late)).toEqual([['late', true]]);
    expect(recordsOf(late, of('same', '2000-01-05'))).toEqual([[null, false]]);
    expect(recordsOf(of('incident', '2000-01-05', 'incident'))).toEqual([[null, false]]);
  });

  it.each([
    [false, null, 'exactly'],
    [true, "'More than 100'.", 'more-than'],
    [true, '‘More than 100’, of which more than 20 missiles.', 'more-than'],
    [true, 'An estimate: not more than 100.', 'about'],
    [true, null, 'about'],
  ])('word their number as the counter does', (approximate, note, wording) => {
    expect(wordingOf(total({ approximate, note }))).toBe(wording);
  });
});
