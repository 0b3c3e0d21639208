import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../../src/ui/kit/web-address.ts';

describe('`webAddress`', () => {
  it('accepts addresses of the web', () => {
    expect(webAddress('https://example.org/a?b')).toBe('https://example.org/a?b');
    expect(webAddress('http://example.org/')).toBe('http://example.org/');
  });

  it.each([
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///x',
    '//x',
    '',
  ])('rejects %s', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });
});
