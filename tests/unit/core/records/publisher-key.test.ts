/** Every record and most of the names are made up. */
import { describe, expect, it } from 'vitest';
import {
  distinctPublishers,
  outletsOf,
  publisherKey,
} from '../../../../src/core/records/publisher-key.ts';

describe('one outlet, whatever the spelling of its name', () => {
  it.each([
    ['white space around it', 'Rudaw', 'Rudaw '],
    ['a no-break space', 'Example News', 'Example\u00a0News'],
    ['two spaces', 'Example News', 'Example  News'],
    ['case', 'CalKurd', 'Calkurd'],
    ['accents', 'Rûdaw', 'Rudaw'],
    ['a letter of two code points', 'Sonso\u0308z', 'Sonsöz'],
    ['a hyphen', 'Al-Jazeera', 'Al Jazeera'],
    ['another dash', 'Al-Jazeera', 'Al\u2010Jazeera'],
    ['an apostrophe', "FDD's Long War Journal", 'FDD’s Long War Journal'],
    ['brackets', 'Example (Wire)', 'Example, Wire'],
    ['a mark of direction', 'Rudaw', '\u200fRudaw\u200e'],
    ['a zero-width space', 'Rudaw', 'Rudaw\u200b'],
    ['full-width letters', 'Rudaw', 'Ｒｕｄａｗ'],
    ['a keyboard of Arabic', 'كوردستان', 'کوردستان'],
  ])('takes %s for no difference', (_, one, other) => {
    expect(publisherKey(one)).toBe(publisherKey(other));
  });

  it.each([
    ['24sata', '25sata'],
    ['Example (Wire)', 'Example'],
    ['Sky News', 'Sky News Arabia'],
    ['روداو', 'Rudaw'],
    ['A+', 'A'],
    ['***', '!!!'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(publisherKey(one)).not.toBe(publisherKey(other));
  });

  it('counts the outlets of a record so, and names each as it is first written', () => {
    const names = ['Rudaw ', 'Rudaw', 'Example', 'RUDAW', 'example'];
    expect(distinctPublishers(names)).toEqual(['Rudaw', 'Example']);
    const report = { title: null, url: '', published: null, language: 'en', says: '' };
    const reports = names.map((publisher) => ({ ...report, publisher }));
    expect(outletsOf(reports)).toBe(2);
  });
});
