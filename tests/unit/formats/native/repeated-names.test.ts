import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedNames } from '../../../../src/formats/native/repeated-names.ts';

const found = (json: string): readonly string[] =>
  repeatedNames(json, JSON.parse(json)).map(
    ({ path, line, firstLine }) => `${path.join('.')} ${firstLine} ${line}`,
  );

describe('repeated names in a JSON object', () => {
  it.each([
    ['{"a": 1, "a": 2}', ['a 1 1']],
    ['{"a": 1,\n"a": 2,\n"a": 3}', ['a 1 2', 'a 1 3']],
    ['[0, {"b": {"c": 1,\n"c": 1}}]', ['1.b.c 1 2']],
    ['{"a": [1, 2], "b": [{"x": 1}, {"y": 2,\n"y": 1}]}', ['b.1.y 1 2']],
    [String.raw`{"kill\u0065d": 1, "killed": 2}`, ['killed 1 1']],
    ['{"__proto__": 1, "__proto__": 2}', ['__proto__ 1 1']],
    ['{"": 1, "": 2}', [' 1 1']],
    ['{"1": 1, "0": 1, "1": 2}', ['1 1 1']],
    ['{"a": 1, "b": {"a": 1}, "c": [{"a": 1}, {"a": 1}]}', []],
    ['{"a": "\\"a\\": 1, \\"a\\": 2"}', []],
    ['["a", "a"]', []],
    ['{"a\\\\": 1, "a": "\\\\"}', []],
  ])('are found in %j', (json, names) => {
    expect(found(json)).toEqual(names);
  });

  it('do not occur in the output of JSON.stringify', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        expect(found(JSON.stringify(value, undefined, indent))).toEqual([]);
      }),
    );
  });

  it('are all found in any object', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
        fc.nat(),
        (value, nth) => {
          const names = Object.keys(value);
          const name = names[nth % names.length] ?? '';
          const json = `${JSON.stringify(value).slice(0, -1)}, ${JSON.stringify(name)}: 0}`;
          expect(found(json)).toEqual([`${name} 1 1`]);
        },
      ),
    );
  });

  it('are found in deep nesting without recursion', () => {
    const deep = `${'{"a":['.repeat(3_000)}${']}'.repeat(3_000)}`;
    expect(found(deep)).toEqual([]);
  });
});
