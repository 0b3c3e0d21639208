/** All rows here are made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AreaNames } from '../../../../src/formats/import/area-names.ts';
import { categoryLayers } from '../../../../src/formats/import/category-layers.ts';
import { csvLine } from '../../../../src/formats/export/csv-text.ts';
import { NoteLog } from '../../../../src/formats/import/note-log.ts';
import { PlaceIndex } from '../../../../src/formats/import/place-index.ts';

describe('layers of categories', () => {
  const counted = (texts: readonly string[]) =>
    texts.map((text, i) => ({ text, count: texts.length - i }));

  it('give each of a few categories its own, most frequent first', () => {
    const { layers, layerOf } = categoryLayers(2, [
      { text: 'rare', count: 1 },
      { text: 'often', count: 9 },
    ]);
    expect(layers.map(({ name }) => name)).toEqual([
      { kind: 'category', text: 'often' },
      { kind: 'category', text: 'rare' },
    ]);
    expect([...layerOf]).toEqual([1, 0]);
  });

  it('join the rest, and keep rows without a category separate', () => {
    const { layers, layerOf } = categoryLayers(
      1,
      counted(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', '']),
    );
    expect(layers).toHaveLength(8);
    expect(layers.map(({ name }) => name.kind).slice(-2)).toEqual(['others', 'none']);
    expect(new Set(layers.map(({ styleIndex: look }) => look)).size).toBe(8);
    expect([...layerOf]).toEqual([0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7]);
  });

  it('are one layer if a file has no categories', () => {
    const { layers } = categoryLayers(1, [{ text: '', count: 5 }]);
    expect(layers.map(({ name }) => name.kind)).toEqual(['none']);
  });

  it('never share a key with another data set or category', () => {
    const texts = fc.uniqueArray(fc.string(), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const keys = [
          ...categoryLayers(1, counted(one)).layers,
          ...categoryLayers(2, counted(other)).layers,
        ];
        expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
        expect(keys.length).toBeLessThanOrEqual(16);
      }),
    );
  });
});

describe('distinct places', () => {
  it('are the same as by comparing every one with every other', () => {
    const place = fc.tuple(
      fc.constantFrom('', 'Made-up Town', 'Nowhere'),
      fc.constantFrom('', 'Area'),
      fc.double({ min: -180, max: 180, noNaN: true }).map((lon) => Math.round(lon) / 8),
      fc.constantFrom(0, 36.19, -84.9),
      fc.constantFrom('town' as const, 'unstated' as const),
    );
    fc.assert(
      fc.property(fc.array(place, { maxLength: 300 }), (all) => {
        const index = new PlaceIndex();
        const positions = all.map((one) => index.add(...one));
        const keys = all.map((one) => JSON.stringify(one));
        const distinct = [...new Set(keys)];
        expect(positions).toEqual(keys.map((key) => distinct.indexOf(key)));
        expect(index.places.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });

  it('are found again beyond the first growth', () => {
    const index = new PlaceIndex();
    for (let i = 0; i < 20_000; i++) index.add('', '', i / 1_000, 36, 'town');
    expect(index.places).toHaveLength(20_000);
    expect(index.add('', '', 12.345, 36, 'town')).toBe(12_345);
  });
});

describe('names of areas', () => {
  const box = (west: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 33],
        [west + 2, 33],
        [west + 2, 35],
        [west, 35],
        [west, 33],
      ],
    ],
  });
  const names = new AreaNames(
    [
      { name: 'Anbar', also: [], kind: 'governorate', shape: box(42) },
      { name: 'Irbil', also: ['Made-up Part'], kind: 'governorate', shape: box(44) },
    ],
    [['Irbil', 'Erbil', 'Arbil', 'هەولێر']],
  );

  it('are matched in any spelling and with any word for a division', () => {
    expect(names.known('Al Anbār province')).toBe('Anbar');
    expect(names.known('Arbīl Governorate')).toBe('Irbil');
    expect(names.known('Made-up Part')).toBe('Irbil');
    expect(names.known('Elsewhere province')).toBeUndefined();
  });

  it('are found by a point, and give the box of their outline', () => {
    expect(names.at(43, 34)).toBe('Anbar');
    expect(names.at(45, 34)).toBe('Irbil');
    expect(names.at(50, 34)).toBeUndefined();
    expect(names.boundsOf('Anbār')).toEqual({ west: 42, south: 33, east: 44, north: 35 });
    expect(names.boundsOf('Elsewhere')).toBeUndefined();
  });
});

describe('the log of notes on rows', () => {
  it('counts notes by code and column, and names the first rows', () => {
    const log = new NoteLog();
    // A cell of the second row has three lines.
    const rowAt = (offset: number) => ({
      line: offset / 10 + (offset > 20 ? 2 : 0),
      text: (column: number) => (column === 3 ? '' : `cell ${column} at ${offset}`),
    });
    for (let row = 2; row < 12; row++) log.add({ code: 'bad-date', column: 1 }, row, row * 10);
    log.add({ code: 'empty-row', column: undefined }, 12, 120);
    log.add({ code: 'no-place', column: 3 }, 13, 130);
    expect(log.groups(['id', 'date', 'text', ''], rowAt)).toEqual([
      {
        code: 'bad-date',
        column: 'date',
        count: 10,
        rows: [2, 3, 4, 5, 6],
        lines: [undefined, 5, 6, 7, 8],
        example: 'cell 1 at 20',
      },
      {
        code: 'empty-row',
        column: undefined,
        count: 1,
        rows: [12],
        lines: [14],
        example: undefined,
      },
      { code: 'no-place', column: '#4', count: 1, rows: [13], lines: [15], example: undefined },
    ]);
    expect(log.at(10)).toEqual({ code: 'empty-row', column: undefined, row: 12, offset: 120 });
  });
});

describe('an exported CSV line', () => {
  it('is not executed by a spreadsheet program', () => {
    expect(csvLine(['=1+2', '@SUM(A1)', '+cmd', '-cmd', '\tx'])).toBe(
      "'=1+2,'@SUM(A1),'+cmd,'-cmd,\"'\tx\"\r\n",
    );
  });

  it('keeps numbers as they are, and quotes what needs it', () => {
    expect(csvLine(['-12.5', '+3', '1e-4', 'a "b", c', 'two\nlines'])).toBe(
      '-12.5,+3,1e-4,"a ""b"", c","two\nlines"\r\n',
    );
  });
});
