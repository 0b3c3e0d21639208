import { expect, it } from 'vitest';
import { sourceFiles } from './source-tree.ts';

it('bytes of a file become text in formats/encoding and nowhere else in formats', () => {
  const decoding = sourceFiles()
    .filter(({ path, text }) => path.startsWith('formats/') && text.includes('new TextDecoder'))
    .map(({ path }) => path);
  expect(decoding.length).toBeGreaterThan(0);
  expect(decoding.filter((path) => !path.startsWith('formats/encoding/'))).toEqual([]);
});
