import { describe, expect, it } from 'vitest';
import { words as en } from '../../../src/i18n/words.ts';

describe('the sentence that counts a period', () => {
  it.each([
    [31, 5, '31 incidents, possibly 5 more'],
    [1, 1, '1 incident, possibly 1 more'],
    [31, 0, '31 incidents'],
    [0, 1, 'possibly 1 incident'],
    [0, 5, 'possibly 5 incidents'],
    [0, 0, 'no incidents'],
  ])('states certain and possible incidents: %i and %i', (certain, possible, words) => {
    expect(en.windowCount(certain, possible)).toBe(words);
  });

  it('starts with a capital at the start of a sentence', () => {
    const day = { from: 0, to: 1440 };
    expect(en.shell.countSentence(0, 2, day, false)).toMatch(/^Possibly 2 incidents, /);
    expect(en.shell.switchLayer('Energy', 0, 0)).toBe('Energy: no incidents');
  });
});

it.each([
  [404, '404 Not Found'],
  [418, 'status 418'],
])('HTTP status %i has its standard name', (status, words) => {
  const sentence = en.faults.sentence({ kind: 'file-missing', file: 'a.json', status });
  expect(sentence).toContain(`could not be loaded (${words})`);
});
