import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { townOf } from '../../../../src/core/index/town-name.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { firstWords } from '../../../../src/i18n/first-words.ts';
import { placesOf } from '../../../../src/ui/map/mark-words.ts';
import { DATASET, RECORDS } from '../../published-records.ts';
import { EVERYTHING, indexOf, viewOf } from './views.ts';

const named = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([name, count]) => ({ name, count }));

describe('`townOf`', () => {
  it.each([
    [{ 'Town International Airport': 19, Town: 14, 'Consulate, Town': 6, Harbour: 10 }, 'Town'],
    // Less than half of all.
    [{ 'Town Airport': 4, Town: 2, Harbour: 10 }, undefined],
    // No name is a part of others.
    [{ Harbour: 9, Town: 2 }, undefined],
    // Only whole words are parts.
    [{ Harir: 9, Har: 2 }, undefined],
    [{ '': 9, Town: 2 }, undefined],
    [{ 'OLD TOWN': 3, 'old town': 2 }, 'OLD TOWN'],
  ])('of %j is %s', (counts, town) => {
    expect(townOf(named(counts))).toBe(town);
  });
});

describe('the largest mark of the published data', () => {
  it.each([5.5, 7])(
    'is called by the town and not by one of its places, at zoom %d',
    async (zoom) => {
      const table = incidentTable(RECORDS, 0, DATASET);
      const index = indexOf([table]);
      const { period: window } = table;
      const { marks } = await viewOf(table, { zoom });
      const query = { filter: EVERYTHING, zoom, window, marks: marks.number.slice(0, 1) };
      const { place, isAround, morePlaces } = await index.markNames(query, UNINTERRUPTED);
      const name = {
        place: place[0] ?? '',
        isAround: isAround[0] ?? false,
        morePlaces: morePlaces[0] ?? 0,
      };
      expect(placesOf(name, firstWords)).toBe('Irbil and around');
      const group = { kind: 'mark' as const, zoom, record: marks.row[0] ?? 0 };
      const list = await index.list(
        { filter: EVERYTHING, extent: undefined, window, group },
        UNINTERRUPTED,
      );
      expect(list).toMatchObject(name);
    },
  );
});
