import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../../src/formats/source/find-json-fault.ts';
import { parseJson } from '../../../../src/formats/source/read-json.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('`findJsonFault`', () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, 1, 'name', '}'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, ', or }', '"'],
    ['[1, 2', 1, 6, ', or ]', undefined],
    ['[1,]', 1, 4, 'value', ']'],
    ['{"a" 1}', 1, 6, ':', '1'],
    ["{'a': 1}", 1, 2, 'name or }', "'"],
    ['{} {}', 1, 4, 'end', '{'],
    ['', 1, 1, 'value', undefined],
    ['{"a": hello}', 1, 7, 'value', 'h'],
  ])('reports line, column, what is expected and what is found in %j', (...row) => {
    const [text, line, column, expected, character] = row;
    const found = character === undefined ? { kind: 'end' } : { kind: 'character', character };
    expect(findJsonFault(text)).toMatchObject({ line, column, expected, found });
  });

  it('points to the line on which a text in quotes is left open', () => {
    const fault = findJsonFault('{\n  "a": "left open,\n  "b": 2\n}');
    expect(fault).toMatchObject({ line: 2, column: 8, found: { kind: 'broken-text' } });
  });

  it('finds no fault in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        expect(findJsonFault(text)).toBeUndefined();
      }),
    );
  });

  it('agrees with JSON.parse on JSON with a character removed, changed or added', () => {
    const character = fc.constantFrom(
      ...Array.from('{}[]:,"\\ \n\t0123456789.-+eEtrufalsn\u0001é'),
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(1), character, (json, place, drop, put) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + put + json.slice(at + drop);
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('reading JSON', () => {
  it('fails with line and column for an editor', () => {
    expect(parseJson('made-up.json', '{\n  "a": 1,\n}')).toEqual({
      kind: 'failed',
      failure: {
        kind: 'not-json',
        file: 'made-up.json',
        mistake: {
          kind: 'syntax',
          line: 3,
          column: 1,
          record: undefined,
          expected: 'name',
          found: { kind: 'character', character: '}' },
        },
      },
    });
  });

  it('skips a byte order mark', () => {
    expect(parseJson('made-up.json', '\uFEFF[1]')).toEqual({ kind: 'ok', value: [1] });
  });
});
