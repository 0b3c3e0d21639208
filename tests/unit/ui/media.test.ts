import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withMedia } from '../../../src/ui/media.ts';
import { sourceFolder } from '../../architecture/source-tree.ts';

describe('`withMedia`', () => {
  it('replaces named queries, alone and combined, and keeps custom properties', () => {
    expect(withMedia('@media (--narrow) { a { color: var(--narrow) } }')).toBe(
      '@media (max-width: 719px) { a { color: var(--narrow) } }',
    );
    expect(withMedia('@media (--wide) and (--touch) {')).toBe(
      '@media (min-width: 720px) and (pointer: coarse) {',
    );
  });

  it('rejects other names', () => {
    expect(() => withMedia('@media (--made) {')).toThrow('(--made)');
  });

  it('is the only place with breakpoints', () => {
    const styled = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:svelte|css)$/.test(path),
    );
    expect(styled.length).toBeGreaterThan(50);
    const literal = styled.filter((path) =>
      /@media[^{]*(?:719|720|539|540)px/.test(readFileSync(join(sourceFolder, path), 'utf8')),
    );
    expect(literal).toEqual([]);
  });
});
