import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTable } from '../../../../src/formats/csv/csv-table.ts';
import { DELIMITERS } from '../../../../src/formats/csv/guess-delimiter.ts';
import { memorySource } from '../../../../src/formats/source/byte-source.ts';
import { bytesOf, openBytes, readRows, readRowsByOffset, sheetOf } from './read-table.ts';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const delimiter = fc.constantFrom(...DELIMITERS);

const cellOf = (...lists: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 40 }), ...lists);
const nasty = fc.array(
  fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r', '\r\n', ' ', 'x', 'é'),
);
const nastyCell = cellOf(nasty.map((parts) => parts.join('')));

const tableOf = (cell: fc.Arbitrary<string>, minLength: number): fc.Arbitrary<string[][]> =>
  fc.integer({ min: 2, max: 7 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength,
      maxLength: 12,
    }),
  );

const mustBeQuoted = /[",;\t|\r\n]|^\s/;

const written = (cell: string, alwaysQuoted: boolean): string =>
  alwaysQuoted || mustBeQuoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The text of a table, and what a reader should find: the row's number, then trimmed cells. */
function write(
  rows: readonly (readonly string[])[],
  { between, end, quoted }: { between: string; end: string; quoted: boolean },
): { text: string; expected: (string | number)[][]; lines: readonly number[] } {
  let text = '';
  const lines: number[] = [];
  const expected = rows.map((cells, at) => {
    lines.push(text.split(/\r\n|\r|\n/).length);
    text += cells.map((cell) => written(cell, quoted)).join(between) + end;
    return [at + 1, ...cells.map((cell) => cell.trim())];
  });
  return { text, expected, lines };
}

const dialect = fc.record({ between: delimiter, end: lineEnd, quoted: fc.boolean() });

describe('tables of any dialect', () => {
  it('have every cell as it was written, with any content and chunk size', () => {
    fc.assert(
      fc.property(
        tableOf(nastyCell, 1),
        dialect,
        fc.integer({ min: 1, max: 60 }),
        (rows, form, chunkBytes) => {
          const { text, expected, lines } = write(rows, form);
          const layout = {
            columns: [],
            form: { format: 'csv' as const },
            delimiter: form.between,
            offset: 0,
            line: 1,
            number: 1,
          };
          const source = memorySource('a.csv', bytesOf(text));
          const sheet = new CsvTable(source, layout, 0, chunkBytes);
          expect(readRows(sheet)).toEqual(expected);
          expect(readRowsByOffset(sheet)).toEqual(expected);
          expect(Array.from(sheet.rows(), ({ line }) => line)).toEqual(lines);
          const offsets = Array.from(sheet.rows(), ({ offset }) => offset);
          const unread = new CsvTable(source, layout, 0, chunkBytes);
          for (const [at, offset] of offsets.entries()) {
            expect(unread.rowAt(offset).number).toBe(at + 1);
            expect(unread.rowAt(offset).line).toBe(lines[at]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('have dialect and header recognised', async () => {
    const word = fc.stringMatching(/^[a-z]{1,9}(?: [a-z"',;|]{1,9})?$/);
    const number = fc.double({ min: -180, max: 180, noNaN: true }).map((one) => one.toFixed(4));
    await fc.assert(
      fc.asyncProperty(tableOf(fc.oneof(word, number), 3), dialect, async (rows, form) => {
        const header = (rows[0] ?? []).map((_, column) => `column ${column}`);
        const { text, expected } = write([header, ...rows], { ...form, quoted: true });
        const sheet = await sheetOf(text);
        expect(sheet.format.delimiter).toBe(form.between);
        expect(sheet.columns).toEqual(header);
        expect(readRows(sheet)).toEqual(expected.slice(1));
      }),
    );
  });

  it('are the same in UTF-16 of either order as in UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(
        tableOf(nastyCell, 1),
        dialect,
        fc.boolean(),
        async (rows, form, isLittle) => {
          const header = (rows[0] ?? []).map((_, column) => `column ${column}`);
          const { text } = write([header, ...rows], form);
          const wide = new DataView(new ArrayBuffer(2 * text.length + 2));
          wide.setUint16(0, 0xfeff, isLittle);
          for (let at = 0; at < text.length; at++)
            wide.setUint16(2 * at + 2, text.charCodeAt(at), isLittle);
          const result = await openBytes(new Uint8Array(wide.buffer));
          const narrow = await openBytes(bytesOf(text));
          if (result.kind === 'failed' || narrow.kind === 'failed')
            expect(result.kind).toBe(narrow.kind);
          else expect(readRows(result.value)).toEqual(readRows(narrow.value));
        },
      ),
    );
  });
});

describe('bytes that are no table', () => {
  const scraps = fc.constantFrom(...[10, 13, 34, 34, 44, 59, 9, 32, 0, 65, 49, 0xc3, 0xa9, 0xff]);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(scraps, { maxLength: 200 }).map((list) => Uint8Array.from(list)),
  );

  it('open or are refused, and a row found by its offset is the row that was read', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (list) => {
        const result = await openBytes(Uint8Array.from(list));
        if (result.kind === 'ok')
          expect(readRowsByOffset(result.value)).toEqual(readRows(result.value));
        else expect(['empty-file', 'no-rows']).toContain(result.failure.kind);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read the same in chunks of any size', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 40 }), (list, chunkBytes) => {
        const source = memorySource('a.csv', Uint8Array.from(list));
        const layout = {
          columns: [],
          form: { format: 'csv' as const },
          delimiter: ',',
          offset: 0,
          line: 1,
          number: 1,
        };
        const whole = readRows(new CsvTable(source, layout));
        expect(readRows(new CsvTable(source, layout, 0, chunkBytes))).toEqual(whole);
      }),
      { numRuns: 1_000 },
    );
  });
});
