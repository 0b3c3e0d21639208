import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.ts';

const folder = new URL('../../../fixtures/own/documents/', import.meta.url);
const NOT_FIXTURES = ['README.md', 'expected.json'];
const files = readdirSync(folder).filter((file) => !NOT_FIXTURES.includes(file));
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  unknown
>;

describe('each made-up document', () => {
  it('has its expectation, and no other has one', () => {
    expect(Object.keys(expected).toSorted()).toEqual(files.toSorted());
  });

  it.each(files)('%s opens as expected', async (file) => {
    expect(await readWhole(file, readFileSync(new URL(file, folder)))).toEqual(expected[file]);
  });
});
