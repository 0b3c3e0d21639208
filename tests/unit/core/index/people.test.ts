/** Every record is made up. */
import { EMPTY_FILTER } from '../../../../src/core/filters/filter.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { sumPeople } from '../../../../src/core/index/people.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { KINDS, TARGETS, type CountRange } from '../../../../src/core/records/incident.ts';
import { madeUp, span } from '../records/made-up-incidents.ts';
import { tollIn } from './expected-toll.ts';
import { indexOf, listOf } from './views.ts';

const range = fc.option(
  fc.tuple(fc.nat(5), fc.nat(5)).map(([least, more]): CountRange => [least, least + more]),
);
const record = fc.record({
  kind: fc.constantFrom(...KINDS),
  target: fc.constantFrom(...TARGETS),
  killed: range,
  injured: range,
  span,
});

describe('people killed and injured in a window', () => {
  it('are the sums that brute force finds, over several data sets, for the layers that are on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(record, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
        span,
        fc.subarray([...TARGETS]),
        fc.constantFrom('killed' as const, 'injured' as const),
        async (sets, window, on, field) => {
          const tables = sets.map((records, set) =>
            incidentTable(
              records.map(({ span: time, ...changes }, i) => ({
                incident: madeUp({ ...changes, id: `made-up-${i}` }),
                span: time,
              })),
              set,
            ),
          );
          const index = indexOf(tables);
          const { people } = await index.counts(EMPTY_FILTER, 'target', undefined, UNINTERRUPTED);
          const isOn = Uint8Array.from(index.layers, ({ name }) =>
            name.kind === 'target' && on.includes(name.target) ? 1 : 0,
          );
          if (!people) throw new Error('Records of the codebook say what they know of people.');
          const counted = sets
            .flat()
            .filter(({ kind, target }) => kind === 'incident' && on.includes(target))
            .filter(({ span: { from, to } }) => from < window.to && to > window.from);
          const certain = counted.filter(
            ({ span: { from, to } }) => from >= window.from && to <= window.to,
          );
          expect(sumPeople(people, field, window, isOn)).toEqual(tollIn(field, certain, counted));
        },
      ),
    );
  });

  it('are summed over the incidents of an area, whatever data sets they are of', async () => {
    const place = { ...madeUp().place, name: 'Nowhere', precision: 'region' as const };
    const WHOLE = { from: 0, to: 1440 };
    const tables = [3, 5].map((killed, set) =>
      incidentTable(
        [
          madeUp({ id: 'made-up-a', place, killed: [killed, killed + 1] }),
          madeUp({ id: 'made-up-b', place, injured: [0, 2] }),
          madeUp({ id: 'made-up-c', killed: [90, 90] }),
          madeUp({ id: 'made-up-d', place, kind: 'series', killed: [90, 90] }),
        ].map((incident) => ({ incident, span: WHOLE })),
        set,
      ),
    );
    const group = { kind: 'area', name: 'Nowhere' } as const;
    const list = await listOf(tables, WHOLE, { group });
    expect(list.zones?.elsewhere).toEqual({
      attacks: { certain: 4, possible: 0 },
      killed: { certain: [8, 10], possible: [0, 0], incidents: 2 },
      injured: { certain: [0, 4], possible: [0, 0], incidents: 2 },
    });
  });

  it('of one data set stay where another that says nothing is on', async () => {
    const WHOLE = { from: 0, to: 1440 };
    const records = [{ incident: madeUp({ killed: [1, 2] }), span: WHOLE }];
    const saying = incidentTable(records, 0);
    const silent = { ...incidentTable(records, 1), people: undefined };
    const { people } = await indexOf([silent, saying]).counts(
      EMPTY_FILTER,
      'target',
      undefined,
      UNINTERRUPTED,
    );
    const isOn = new Uint8Array(2 * TARGETS.length).fill(1);
    expect(people && sumPeople(people, 'killed', WHOLE, isOn)).toEqual({
      certain: [1, 2],
      possible: [0, 0],
      incidents: 1,
    });
  });
});
