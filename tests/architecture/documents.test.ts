import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './source-tree.ts';

/** Paths in backticks or as targets of links, from the project folder. */
const PATHS = /[`(]((?:src|tests|geodata)\/[\w./-]*)[`)]/g;

describe('CONTRIBUTING.md', () => {
  it('names only files and folders that exist', () => {
    const text = readFileSync(join(projectFolder, 'CONTRIBUTING.md'), 'utf8');
    const paths = [...text.matchAll(PATHS)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  });
});
