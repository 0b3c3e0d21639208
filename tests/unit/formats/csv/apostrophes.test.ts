/** Every row is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEscape } from '../../../../src/core/text/formula-escape.ts';
import { openTable } from '../table/read-whole.ts';

const SAVED = 'dataset,dateline.time,dateline.lat,dateline.lon';

/** Column names and cells of a table. */
async function read(text: string): Promise<readonly (readonly string[])[]> {
  const opened = await openTable('a.csv', text);
  if (opened.kind === 'failed') throw new Error(opened.failure.kind);
  const { columns } = opened.value;
  const rows = Array.from(opened.value.rows(), (row) => columns.map((_, at) => row.text(at)));
  return [columns, ...rows];
}

const foreign = async (cell: string): Promise<string | undefined> =>
  (await read(`date,place,note\n2031-03-01,A,${cell}\n2031-03-02,B,x\n`))[1]?.[2];

describe('the apostrophe of an escaped cell', () => {
  it.each([
    "'@wire' reports",
    "'-' unknown",
    "'+964 750'",
    "'=x' is a formula",
    "'-it's",
    "'tis",
    "''-'' quoted twice",
  ])('is kept if another program wrote %s', async (cell) => {
    expect(await foreign(cell)).toBe(cell);
  });

  it.each([
    ["'=1+1", '=1+1'],
    ["'@wire reports", '@wire reports'],
    ["'-2-3", '-2-3'],
    ["'+964 750", '+964 750'],
  ])('is removed if nothing closes %s', async (cell, text) => {
    expect(await foreign(cell)).toBe(text);
  });

  it('is removed from every escaped cell and name of a file that we saved', async () => {
    const start = fc.constantFrom("'", "''", '=', '-', '@', '+', "'@", "'-", "''=");
    const text = fc
      .tuple(start, fc.stringMatching(/^[a-z' ]{1,8}[a-z]$/))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (name, cell) => {
        const csv = `${SAVED},${withEscape(name)}\nset,2031-03-01,36,44,${withEscape(cell)}\n`;
        const [columns, row] = await read(csv);
        expect([columns?.[4], row?.[4]]).toEqual([name, cell]);
      }),
      { numRuns: 50 },
    );
  });
});
