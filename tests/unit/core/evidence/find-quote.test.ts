import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, type TextQuoteSelector } from '../../../../src/core/evidence/find-quote.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../../../geodata/${file}`, import.meta.url), 'utf8');

/** A stretch of a text with what stands around it, as the W3C selector describes it. */
const selectorOf = (text: string, start: number, end: number): TextQuoteSelector => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(start - 32, 0), start),
  suffix: text.slice(end, end + 32),
});

describe('`findQuote`', () => {
  it('finds the exact words and nothing similar', () => {
    const text = 'Homes were damaged. The region suffers.';
    expect(findQuote(text, { exact: 'were damaged' })).toEqual({ start: 6, end: 18 });
    expect(findQuote(text, { exact: 'Were damaged' })).toBeUndefined();
    expect(findQuote(text, { exact: '' })).toBeUndefined();
  });

  it('chooses between equal words by the text before and after them', () => {
    const text = 'a drone fell here. a drone fell there. a drone fell here.';
    expect(findQuote(text, { exact: 'drone fell', suffix: ' there' })?.start).toBe(21);
    expect(findQuote(text, { exact: 'drone fell', prefix: 'there. a ' })?.start).toBe(41);
    expect(findQuote(text, { exact: 'drone fell' })?.start).toBe(2);
  });

  it('finds any range again by its selector, even if words repeat', () => {
    const repetitive = fc.array(fc.constantFrom('drone', ' ', 'هەولێر', '\n'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(repetitive, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const selector = selectorOf(text, start, end);
        const found = findQuote(text, selector);
        expect(found && text.slice(found.start, found.end)).toBe(text.slice(start, end));
        expect(found && selectorOf(text, found.start, found.end)).toEqual(selector);
      }),
    );
  });

  it('finds every quotation of the published records in its published text', () => {
    const { features } = JSON.parse(read('incidents.geojson')) as {
      features: { properties: { reports: { url: string; quote?: string }[] } }[];
    };
    const documents = JSON.parse(read('sources/index.json')) as { url: string; file: string }[];
    const quoted = features.flatMap(({ properties }) =>
      properties.reports.flatMap(({ url, quote }) => (quote === undefined ? [] : [{ url, quote }])),
    );
    expect(quoted.length).toBeGreaterThan(0);
    for (const { url, quote } of quoted) {
      const file = documents.find((document) => document.url === url)?.file ?? '';
      expect(findQuote(read(`sources/${file}`), { exact: quote }), quote).toBeDefined();
    }
  });
});
