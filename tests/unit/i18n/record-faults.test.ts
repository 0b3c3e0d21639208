import { describe, expect, it } from 'vitest';
import { words as en } from '../../../src/i18n/words.ts';
import { faultLines } from '../../../src/commands/check-data/fault-lines.ts';
import type { JsonMistake } from '../../../src/core/faults/json-mistake.ts';

const mistake: JsonMistake = {
  kind: 'syntax',
  line: 3,
  column: 1,
  record: { position: 2, id: 'made-up' },
  expected: 'name or }',
  found: { kind: 'broken-text' },
};

describe('the message of a record fault', () => {
  it('is the same on the page and in `check:data`', () => {
    const place =
      'line 3, column 1, in record made-up, #2: expected a name in double quotes or }, found a text that is not closed on its line or contains a wrong \\ sequence';
    expect(faultLines({ kind: 'not-json', file: 'a.json', mistake })).toEqual([
      `a.json: error: is not JSON: ${place}`,
    ]);
    expect(en.faults.sentence({ kind: 'not-json', file: 'a.json', mistake })).toContain(place);
  });

  it.each([
    [
      { kind: 'length', length: 1 },
      { kind: 'least-first' },
      'has 1 item; expected the smaller number first',
    ],
    [
      { kind: 'type', value: '"36"', type: 'string' },
      {
        kind: 'types',
        types: [
          { kind: 'number', range: [-90, 90] },
          { kind: 'other', name: 'null' },
        ],
      },
      '"36" is a text; expected a number from -90 to 90 or null',
    ],
    [
      { kind: 'twice', firstLine: 2, line: 5 },
      { kind: 'once' },
      'is given twice, in line 2 and in line 5; expected the field once',
    ],
    [
      { kind: 'missing' },
      { kind: 'types', types: [{ kind: 'list', atLeast: 1 }] },
      'is missing; expected a list with at least 1 item',
    ],
  ] as const)('names field, problem and expectation: %j', (problem, expected, sentence) => {
    const fault = { record: 'made-up', field: 'a.b', problem, expected };
    expect(en.faults.recordFault(fault)).toBe(`made-up: a.b: ${sentence}`);
  });
});
