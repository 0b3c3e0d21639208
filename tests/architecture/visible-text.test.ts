import { readdirSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** Attributes whose text is seen or read out. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'placeholder',
  'title',
]);
const WORD = /\p{L}{2,}/u;

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The texts of a component that a reader would see or hear, and that are no message. */
function ownTexts(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown, isSpoken: boolean): void => {
    if (Array.isArray(value))
      value.forEach((one) => {
        visit(one, isSpoken);
      });
    if (!isNode(value) || value.type === 'StyleDirective') return;
    if (value.type === 'Attribute') {
      if (SPOKEN.has((value as unknown as AST.Attribute).name)) visit(value['value'], true);
      return;
    }
    const text = value.type === 'Text' ? String(value['data']) : undefined;
    if (text !== undefined && isSpoken && WORD.test(text)) found.push(text.trim());
    const literal = value.type === 'Literal' ? value['value'] : undefined;
    if (typeof literal === 'string' && isSpoken && / /.test(literal) && WORD.test(literal))
      found.push(literal);
    for (const [name, part] of Object.entries(value))
      if (name !== 'metadata') visit(part, isSpoken);
  };
  visit(parse(source, { modern: true }).fragment, true);
  return found;
}

const components = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => `src/${file}`);

describe('visible text', () => {
  it.each(components)('comes from the messages: %s', (file) => {
    expect(ownTexts(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('is found if it is written in a component', () => {
    const source = `<p title="Made up">A <b>made-up</b> text{isOn ? ' and more' : ''}</p>`;
    expect(ownTexts(source)).toEqual(['Made up', 'made-up', 'text', ' and more']);
  });
});
