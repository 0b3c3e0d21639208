import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFolder } from './source-tree.ts';

const outside = readdirSync(join(sourceFolder, 'ui'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte') && !path.startsWith('kit/'))
  .map((path) => ({ path, text: readFileSync(join(sourceFolder, 'ui', path), 'utf8') }));

const filesWith = (tag: RegExp, isAllowed: (text: string) => boolean = () => false) =>
  outside.filter(({ text }) => tag.test(text) && !isAllowed(text)).map(({ path }) => path);

describe('components outside of the kit', () => {
  it('leave choices, fieldsets and tables to the kit', () => {
    expect(outside.length).toBeGreaterThan(50);
    expect(filesWith(/<(?:select|fieldset|table)\b/)).toEqual([]);
    expect(filesWith(/<input\b[^>]*type="(?:radio|checkbox)"/)).toEqual([]);
  });

  it('write into fields of the kit only, each with its label', () => {
    const inField = (text: string) =>
      (text.match(/<Field\b/g) ?? []).length >=
      (text.match(/<(?:input\b(?![^>]*\bhidden\b)|textarea\b)/g) ?? []).length;
    expect(filesWith(/<(?:input|textarea)\b/, inField)).toEqual([]);
    expect(inField('<label><input /></label>')).toBe(false);
  });
});
