/** Every address is made up. */
import { describe, expect, it } from 'vitest';
import { archiveSearch } from '../../../../src/ui/record/archive-search.ts';

const AT = 'https://web.archive.org/web';

describe('the link to look for an archived copy', () => {
  it.each([
    ['https://example.org/a', '2031-05-03', `${AT}/20310503/https://example.org/a`],
    ['http://example.org', '2031-05-03T21:35:00+03:00', `${AT}/20310503/http://example.org/`],
    [
      'https://example.org/?q=a&b=c d',
      '2031-05-03',
      `${AT}/20310503/https://example.org/?q=a&b=c%20d`,
    ],
    ['https://example.org/a#part', '2031-05-03', `${AT}/20310503/https://example.org/a#part`],
    [
      'https://example.org/أربيل',
      '2031-05-03',
      `${AT}/20310503/https://example.org/%D8%A3%D8%B1%D8%A8%D9%8A%D9%84`,
    ],
    ['https://example.org/%D8%A3', '2031-05-03', `${AT}/20310503/https://example.org/%D8%A3`],
    ['https://bücher.example/a', '2031-05-03', `${AT}/20310503/https://xn--bcher-kva.example/a`],
    ['HTTPS://EXAMPLE.org/A', '2031-05-03', `${AT}/20310503/https://example.org/A`],
    ['https://example.org/a', '3 May 2031', `${AT}/https://example.org/a`],
    ['https://example.org/a', '2031-05-031', `${AT}/https://example.org/a`],
    ['https://example.org/a', null, `${AT}/https://example.org/a`],
    ['javascript:alert(1)', '2031-05-03', undefined],
    ['file:///a', '2031-05-03', undefined],
    ['example.org/a', '2031-05-03', undefined],
    ['', '2031-05-03', undefined],
  ])('of %s on %s', (address, day, link) => {
    expect(archiveSearch(address, [day])).toBe(link);
  });

  it('takes the first day that is one', () => {
    const address = 'https://example.org/a';
    expect(archiveSearch(address, [null, '2031-05-04'])).toBe(`${AT}/20310504/${address}`);
    expect(archiveSearch(address, ['May', '2031-05-04'])).toBe(`${AT}/20310504/${address}`);
    expect(archiveSearch(address, [undefined, undefined])).toBe(`${AT}/${address}`);
  });
});
