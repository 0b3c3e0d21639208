import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFolder } from './source-tree.ts';

const styled = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:svelte|css)$/.test(path) && path !== 'tokens.css')
  .map((path) => ({ path, text: readFileSync(join(sourceFolder, path), 'utf8') }));

/** From the least target size of WCAG 2.2 to the largest control; signs are smaller, parts of the page larger. */
const CONTROL_HEIGHT =
  /(?<![\w-])(?:min-)?(?:block-size|height):[^;]*(?<![\d.])(?:2[4-9]|3\d|4\d|5\d)px/g;
/** A distance that is a step of the scale; others are fitted to one part, such as a hairline or a row of the timeline. */
const OWN_SPACE =
  /(?<![\w-])(?:margin|padding|gap|row-gap|column-gap)(?:-(?:block|inline|top|bottom|left|right)(?:-(?:start|end))?)?:[^;{}]*(?<![\w.-])(?:4|6|8|10|12|14|16|20|24|28)px[^;{}]*/g;
const OWN_STACK = /z-index:(?!\s*var\(--stack-)[^;]*/g;

const declarations = (pattern: RegExp, styles = styled): readonly string[] =>
  styles.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`),
  );

describe('styles', () => {
  it('take the height of controls from the tokens', () => {
    expect(styled.length).toBeGreaterThan(50);
    expect(declarations(CONTROL_HEIGHT)).toEqual([]);
    expect('min-block-size: max(30px, 1.9rem)').toMatch(CONTROL_HEIGHT);
  });

  it('take distances from the tokens', () => {
    const pageStyles = styled.filter(({ path }) => path !== 'start.css');
    expect(declarations(OWN_SPACE, pageStyles)).toEqual([]);
    expect('padding: 3px var(--space-2) 12px').toMatch(OWN_SPACE);
    expect('margin: 7px').not.toMatch(OWN_SPACE);
  });

  it('take what lies over what from the tokens', () => {
    expect(declarations(OWN_STACK)).toEqual([]);
    expect('z-index: 3').toMatch(OWN_STACK);
  });
});
