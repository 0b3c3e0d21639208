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

  it.each([
    [109, 0, 10, 0, '99 attacks and 10 halts or outages'],
    [2, 0, 1, 0, '1 attack and 1 halt or outage'],
    [40, 7, 4, 2, '36 attacks, possibly 5 more; 4 halts or outages, possibly 2 more'],
    [0, 3, 0, 1, 'possibly 2 attacks; possibly 1 halt or outage'],
    [31, 5, 0, 0, '31 attacks, possibly 5 more'],
    [2, 0, 2, 0, '2 halts or outages'],
    [0, 0, 0, 0, 'no incidents'],
  ])(
    'states attacks and halts apart: %i and %i, of these %i and %i halts',
    (certain, possible, certainHalts, possibleHalts, words) => {
      const halts = { certain: certainHalts, possible: possibleHalts };
      expect(en.splitCount({ certain, possible, halts })).toBe(words);
    },
  );

  it('says what came of the attacks of a group, and when possible ones are among them', () => {
    const { outcomes } = en.panel.group;
    expect(outcomes({ hit: 17, intercepted: 16, unclear: 17 }, false)).toBe(
      'Of the attacks: 17 hits; 16 intercepted; 17 not known, or it came down.',
    );
    expect(outcomes({ hit: 1, intercepted: 0, unclear: 2 }, true)).toBe(
      'With the possible ones: 1 hit; 2 not known, or it came down.',
    );
  });

  it('says incidents where the data do not tell attacks from halts', () => {
    expect(en.splitCount({ certain: 31, possible: 5, halts: undefined })).toBe(
      '31 incidents, possibly 5 more',
    );
  });

  it('starts with a capital at the start of a sentence', () => {
    const day = { from: 0, to: 1440 };
    expect(
      en.shell.countSentence({ certain: 0, possible: 2, halts: undefined }, day, false),
    ).toMatch(/^Possibly 2 incidents, /);
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
