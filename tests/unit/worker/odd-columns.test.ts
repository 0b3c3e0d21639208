/** Every row of the files is made up. */
import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../../../src/core/fields/field-column.ts';
import { NOT_GIVEN } from '../../../src/core/fields/field-key.ts';
import type { Clause } from '../../../src/core/filters/clause.ts';
import { readIsoText } from '../../../src/core/time/minute.ts';
import { byValue, csvOf, oddFile } from './odd-file.ts';

type OddFile = Awaited<ReturnType<typeof oddFile>>;
/** What a cell says; undefined: nothing. Days as ISO. */
type Said = string | number | undefined;

const numbered = (count: number, text: (row: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, row) => text(row));
const same = (cells: readonly string[]): readonly string[] => cells;
const NOTHING = undefined;
const DAYS = numbered(40, (row) => `2026-03-${String(1 + (row % 28)).padStart(2, '0')}`);

/** Name of the column, its kind, its cells, and what each of them says. */
const CASES: readonly (readonly [string, FieldKind, readonly string[], readonly Said[]])[] = [
  ['all empty', 'category', ['', '', ''], [NOTHING, NOTHING, NOTHING]],
  ['one value', 'category', ['Zuqo', 'Zuqo'], ['Zuqo', 'Zuqo']],
  ['thousands', 'number', ['1,234', '12,345', '999', '1,234,567'], [1_234, 12_345, 999, 1_234_567]],
  ['decimal commas', 'number', ['1,5', '2,75', '3', '0,25'], [1.5, 2.75, 3, 0.25]],
  ['both', 'number', ['1.234,56', '12,5', '7'], [1_234.56, 12.5, 7]],
  ['apostrophes', 'number', ["1'234", "12'345", '7'], [1_234, 12_345, 7]],
  ['hard blanks', 'number', ['1\u00a0234', '12\u202f345', '7'], [1_234, 12_345, 7]],
  ['lakhs', 'number', ['1,23,456', '12,34,567', '7'], [123_456, 1_234_567, 7]],
  ['Arabic digits', 'number', ['١٬٢٣٤', '٧', '٣٫٥'], [1_234, 7, 3.5]],
  ['unseen signs', 'number', ['\u200e5', '7\u200f', '\ufeff3'], [5, 7, 3]],
  ['percent', 'number', ['12%', '7.5 %', '100%', '0%', ''], [12, 7.5, 100, 0, NOTHING]],
  ['percent, commas', 'number', ['12,5%', '-7,25 %', '1.000,5 %'], [12.5, -7.25, 1_000.5]],
  ['dollars', 'number', ['$1,200', '-$15', '$ 20', '$3.50'], [1_200, -15, 20, 3.5]],
  ['dinars', 'number', ['1200 IQD', '15 IQD', '20 IQD'], [1_200, 15, 20]],
  ['percent in Arabic digits', 'number', ['5%', '7%', '٩%'], [5, 7, 9]],
  ['percent or not', 'category', ['12%', '0.5', '7%'], ['12%', '0.5', '7%']],
  ['two currencies', 'category', ['$1', '€1', '$2'], ['$1', '€1', '$2']],
  ['flights', 'category', ['ABC 123', 'ABC 124'], ['ABC 123', 'ABC 124']],
  ['half numbers', 'category', ['1', '2', 'three', 'four'], ['1', '2', 'three', 'four']],
  [
    'few notes',
    'number',
    [...numbered(40, (row) => String(row)), 'Infinity', 'many'],
    [...Array.from({ length: 40 }, (_, row) => row), NOTHING, NOTHING],
  ],
  ['negative', 'number', ['-5', '−7', '0', '3'], [-5, -7, 0, 3]],
  ['far apart', 'number', ['1e308', '-1e308', '5'], [1e308, -1e308, 5]],
  ['beyond numbers', 'category', ['1e999', '1', '2'], ['1e999', '1', '2']],
  ['too many digits', 'category', ['9007199254740993', '5'], ['9007199254740993', '5']],
  ['tiny', 'number', ['0.0000000001', '0.0000000002', '0'], [1e-10, 2e-10, 0]],
  ['NaN', 'number', ['NaN', 'nan', '1', '2'], [NOTHING, NOTHING, 1, 2]],
  ['infinities', 'category', ['Infinity', '-inf', '1'], ['Infinity', '-inf', '1']],
  [
    'days in many ways',
    'date',
    ['2026-03-05', '6 March 2026', 'March 7, 2026', '2026/03/08', '٢٠٢٦-٠٣-٠٩'],
    ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'],
  ],
  ['one that is no day', 'date', ['2026-02-30', ...DAYS], [NOTHING, ...DAYS]],
  ['mostly no days', 'category', ['2026-02-30', '2026-03-05'], ['2026-02-30', '2026-03-05']],
  ['either order', 'category', ['03/05/2026', '04/06/2026'], ['03/05/2026', '04/06/2026']],
  ['yes', 'boolean', ['yes', 'No', 'yes', ''], ['yes', 'No', 'yes', NOTHING]],
  ['Arabic', 'boolean', ['نعم', 'لا', 'نعم'], ['نعم', 'لا', 'نعم']],
  ['Kurdish', 'boolean', ['بەڵێ', 'نەخێر', 'بەڵێ'], ['بەڵێ', 'نەخێر', 'بەڵێ']],
  ['Persian', 'boolean', ['بله', 'خیر'], ['بله', 'خیر']],
  ['Turkish', 'boolean', ['Evet', 'hayır'], ['Evet', 'hayır']],
  ['flag', 'boolean', ['0', '1', '1'], ['0', '1', '1']],
  ['yes, no or else', 'category', ['yes', 'no', 'partly'], ['yes', 'no', 'partly']],
  ['long', 'text', numbered(6, (row) => `${'x'.repeat(400)}${row}`), []],
  ['distinct ids', 'text', numbered(60, (row) => `a-${row}`), []],
  ['case', 'category', ['Zuqo', 'zuqo', 'ZUQO'], ['Zuqo', 'zuqo', 'ZUQO']],
  [
    'of one look',
    'category',
    [' Zu qo', 'Zu  qo ', 'Zu\u00a0qo', 'Zu\nqo', 'Zu qo\u200b', '\u200eZu qo', 'Zu\tqo'],
    numbered(7, () => 'Zu qo'),
  ],
  ['composed', 'category', ['Zaf\u00e9', 'Zafe\u0301', 'Zafe'], ['Zaf\u00e9', 'Zaf\u00e9', 'Zafe']],
  ['joiners', 'category', ['می\u200cرود', 'میرود'], ['می\u200cرود', 'میرود']],
  [
    'signs',
    'category',
    ...twice(['a,b', 'say "x"', '<b>x</b>', '=1+1', "'", 'a;b', '&amp;', '%41']),
  ],
  [
    'names of code',
    'category',
    ...twice(['__proto__', 'constructor', 'toString', '~', '!a', '(', '#2']),
  ],
  ['nothing said', 'category', ['none', 'NA', '-', '?'], [NOTHING, NOTHING, NOTHING, NOTHING]],
  ['emoji', 'category', ...twice(['🙂', '🙃', '🙂'])],
];

function twice(cells: readonly string[]): readonly [readonly string[], readonly string[]] {
  return [cells, same(cells)];
}

const rowsWhere = (said: readonly Said[], test: (one: Said) => boolean): readonly number[] =>
  said.flatMap((one, row) => (test(one) ? [row] : []));

async function leaves(file: OddFile, clause: Clause, rows: readonly number[]): Promise<void> {
  expect([clause, await file.exported([clause])]).toEqual([clause, rows]);
  expect(await file.listed([clause])).toBe(rows.length);
  expect((await file.count(clause.field, [clause])).total.certain).toBe(rows.length);
}
async function countsByValue(file: OddFile, field: string, said: readonly Said[]): Promise<void> {
  const { counts, total } = await file.count(field);
  const own = byValue(counts);
  const expected = new Map<string, number>();
  for (const one of said) {
    const value = String(one ?? NOT_GIVEN);
    expected.set(value, (expected.get(value) ?? 0) + 1);
  }
  expect(new Map([...own].filter(([, count]) => count > 0))).toEqual(expected);
  expect([...own.values()].reduce((sum, count) => sum + count, 0)).toBe(said.length);
  expect(total).toEqual({ certain: said.length, possible: 0 });
  for (const value of expected.keys()) {
    const isIt = (one: Said): boolean => (one ?? NOT_GIVEN) === value;
    const clause = { kind: 'values', field } as const;
    await leaves(file, { ...clause, values: [value], excluded: [] }, rowsWhere(said, isIt));
    const others = rowsWhere(said, (one) => !isIt(one));
    await leaves(file, { ...clause, values: [], excluded: [value] }, others);
  }
}

async function countsByRange(
  file: OddFile,
  field: string,
  said: readonly (number | undefined)[],
  length: number,
): Promise<void> {
  const { counts, total } = await file.count(field);
  if (counts.kind !== 'bins') throw new Error('No bins.');
  const sum = counts.certain.reduce((all, count) => all + count, 0);
  expect(counts.notGiven.certain).toBe(said.filter((one) => one === undefined).length);
  expect(sum + counts.notGiven.certain).toBe(said.length);
  expect(counts.edges.every(Number.isFinite)).toBe(true);
  expect(total).toEqual({ certain: said.length, possible: 0 });
  const given = said.filter((one) => one !== undefined);
  const low = Math.min(...given);
  for (const from of [undefined, low, given[0]])
    for (const to of [given[0], Math.max(...given)])
      for (const orNotGiven of [false, true]) {
        const end = to === undefined ? undefined : to + length;
        const rows = rowsWhere(said, (one) =>
          typeof one === 'number'
            ? one >= (from ?? -Infinity) && one + length <= (end ?? Infinity)
            : orNotGiven,
        );
        await leaves(file, { kind: 'range', field, from, to: end, orNotGiven }, rows);
      }
}

describe('an odd column of a file is counted and filtered as a look at every row does', () => {
  it.each(CASES)('%s: %s', async (name, kind, cells, said) => {
    const file = await oddFile(csvOf([[name, cells]]));
    const field = `column:${name}`;
    expect(file.fieldOf(field).kind).toBe(kind);
    expect(file.fieldOf(field).given).toBe(
      kind === 'text' ? cells.length : said.filter((one) => one !== undefined).length,
    );
    if (kind === 'text')
      for (const [row, cell] of cells.entries()) {
        const of = { field, values: [cell], excluded: [] };
        await leaves(file, { kind: 'values', ...of }, [row]);
      }
    else if (kind === 'number')
      await countsByRange(file, field, said as readonly (number | undefined)[], 0);
    else if (kind === 'date') {
      const minutes = said.map((day) => readIsoText(String(day)));
      await countsByRange(file, field, minutes, 24 * 60);
    } else await countsByValue(file, field, said);
  });
});

describe('odd names of columns', () => {
  const NAMES = ['kind', 'kind', 'KIND', '', 'نوع', 'جۆر', 'a,b', 'a (b)', 'x#2', '__proto__', ' '];

  it('are fields of their own, all counted', async () => {
    const columns = NAMES.map((name, at) => [name, [`a${at}`, `b${at}`, `a${at}`]] as const);
    const file = await oddFile(csvOf(columns));
    const own = file.fields.filter(({ key, column }) => column !== undefined && key !== 'column:n');
    const odd = own.slice(-NAMES.length);
    expect(new Set(odd.map(({ key }) => key)).size).toBe(NAMES.length);
    for (const [at, { key }] of odd.entries())
      await countsByValue(file, key, [`a${at}`, `b${at}`, `a${at}`]);
  });

  it('may be 300', async () => {
    const columns = numbered(300, (at) => `c${at}`).map(
      (name, at) => [name, [`a${at}`, '', `b${at % 7}`]] as const,
    );
    const file = await oddFile(csvOf(columns));
    for (const at of [0, 150, 299])
      await countsByValue(file, `column:c${at}`, [`a${at}`, undefined, `b${at % 7}`]);
  });
});

describe('very many values', () => {
  it('of 100,000 rows are a text, in which each is found', async () => {
    const count = 100_000;
    const file = await oddFile(csvOf([['tag', numbered(count, (row) => `t${row}`)]]));
    expect(file.fieldOf('column:tag')).toMatchObject({ kind: 'text', given: count });
    const one = { field: 'column:tag', values: ['t77777'] } as const;
    expect(await file.exported([{ kind: 'values', ...one, excluded: [] }])).toEqual([77_777]);
    expect(await file.listed([{ kind: 'values', ...one, values: [], excluded: ['t5'] }])).toBe(
      count - 1,
    );
  });
});

describe('properties of GeoJSON', () => {
  it('that are lists, objects, null or of several types are one value of each row', async () => {
    const values = [['a', 'b'], { a: 1, b: [2] }, null, 'a', 7, true, ['a', 'b'], [], {}];
    const features = values.map((odd, row) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [44.125, 36.25] },
      properties: { date: '2026-03-05', n: `<<${row}>>`, odd },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const file = await oddFile(text, 'made-up.geojson');
    // What an object has is in columns of its own.
    const list = 'a; b';
    const odd: readonly Said[] = [list, NOTHING, NOTHING, 'a', '7', 'true', list, NOTHING, NOTHING];
    await countsByValue(file, 'column:odd', odd);
    expect(file.fieldOf('column:odd.a')).toMatchObject({ kind: 'number', given: 1 });
  });
});
