/** Ranks of the rows of several data sets, compared with a stable sort by brute force. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { NO_RANK, rankRows, type RankedPart } from '../../../../src/core/index/row-ranks.ts';
import { sortTexts } from '../../../../src/core/index/sort-texts.ts';
import { alwaysDue } from '../../always-due.ts';

type Range = readonly [min: number, max: number] | undefined;
type Value = { readonly range: Range } | { readonly text: string };

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.5, -0.5, 0, -0, 1e300, -1e300, 2 ** 31, -(2 ** 31), 2 ** 53, 1e-300),
);
const range: fc.Arbitrary<Range> = fc.option(
  fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  { nil: undefined },
);
const text = fc.constantFrom('', 'a', 'A', 'á', 'b', 'item 2', 'item 10', 'drone', 'missile', 'ب');

const part: fc.Arbitrary<readonly Value[] | undefined> = fc.oneof(
  fc.array(range.map((one) => ({ range: one }))),
  fc.array(text.map((one) => ({ text: one }))),
  fc.constant(undefined),
);

/** As a data set answers. */
function partOf(values: readonly Value[] | undefined): RankedPart {
  if (!values) return { rows: 4, values: undefined };
  const [first] = values;
  if (first && 'text' in first) {
    const texts = values.map((value) => ('text' in value ? value.text : ''));
    const distinct = ['', ...new Set(texts)];
    const codes = texts.map((one) => distinct.indexOf(one));
    return { rows: values.length, values: { kind: 'texts', values: distinct, codes } };
  }
  const at = (end: 0 | 1) => (row: number) => {
    const value = values[row];
    return value && 'range' in value ? (value.range?.[end] ?? NaN) : NaN;
  };
  return { rows: values.length, values: { kind: 'numbers', min: at(0), max: at(1) } };
}

const ORDER = ['missile', 'drone'];
const collator = new Intl.Collator('en', { numeric: true });

/** What a row says, in the words of the rule: numbers by least, then most; then texts, the given ones first; then nothing. */
function compare(a: Value, b: Value): number {
  const kindOf = (one: Value): number =>
    'text' in one ? (one.text === '' ? 2 : 1) : one.range ? 0 : 2;
  if (kindOf(a) !== kindOf(b) || kindOf(a) === 2) return kindOf(a) - kindOf(b);
  if ('text' in a && 'text' in b) {
    const [first, second] = [a, b].map((one) => ORDER.indexOf(one.text));
    if (first !== -1 && second !== -1) return (first ?? 0) - (second ?? 0);
    if (first !== second) return (second ?? 0) - (first ?? 0);
    return collator.compare(a.text, b.text) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  }
  if ('range' in a && 'range' in b && a.range && b.range)
    return a.range[0] - b.range[0] || a.range[1] - b.range[1];
  return 0;
}

describe('ranks', () => {
  it('order the rows of all data sets as a comparison of two does', async () => {
    const property = fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (sets) => {
      const { of, count } = await rankRows(
        sets.map(partOf),
        { values: ORDER, language: 'en' },
        alwaysDue(() => undefined),
      );
      const rows = sets.flatMap((values, set) =>
        (values ?? Array.from({ length: 4 }, () => ({ text: '' }))).map((value, row) => ({
          value,
          rank: of[set]?.[row] ?? -1,
        })),
      );
      for (const a of rows)
        for (const b of rows)
          expect(Math.sign(a.rank - b.rank) - Math.sign(compare(a.value, b.value))).toBe(0);
      const given = rows.filter(({ rank }) => rank !== NO_RANK);
      for (const { rank } of given) expect(rank).toBeLessThan(count);
    });
    await fc.assert(property);
  });
});

describe('texts', () => {
  it('are sorted as at once, whatever runs they are merged of', async () => {
    const texts = Array.from({ length: 9_000 }, (_, at) => `${(at * 7_919) % 9_000} of many`);
    const sorted = await sortTexts(
      texts,
      [],
      'en',
      alwaysDue(() => undefined),
    );
    expect(sorted).toEqual(texts.toSorted((a, b) => collator.compare(a, b)));
  });

  it('put those of a given order first', async () => {
    const sorted = await sortTexts(['b', 'a', 'drone', 'missile'], ORDER, 'en', UNINTERRUPTED);
    expect(sorted).toEqual(['missile', 'drone', 'a', 'b']);
  });
});
