import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../src/core/faults/fault.ts';
import { UNINTERRUPTED } from '../../../../src/core/base/task.ts';
import { MAX_ROW_BYTES } from '../../../../src/formats/csv/cell-scanner.ts';
import { MAX_CELL_CHARACTERS } from '../../../../src/formats/csv/csv-row.ts';
import { MAX_FILE_BYTES, openCsv } from '../../../../src/formats/csv/open-csv.ts';
import { MAX_COLUMNS } from '../../../../src/formats/table/document-limits.ts';
import { MAX_TRANSCODED_BYTES } from '../../../../src/formats/encoding/transcode.ts';
import type { TableReader } from '../../../../src/formats/table/table-reader.ts';
import { bytesOf, openBytes, sheetOf } from './read-table.ts';

const faultOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Fault | undefined> => {
  const result = await openBytes(bytes);
  return result.kind === 'failed' ? result.failure : undefined;
};

const namesOf = (count: number): string =>
  Array.from({ length: count }, (_, column) => `name ${column}`).join(',');

/** Line, cells and flaw of each row: the texts are too long to show. */
const outline = (sheet: TableReader): readonly (readonly unknown[])[] =>
  Array.from(sheet.rows(), (row) => [row.number, row.cells, row.issue]);

describe('the limits of delimited text', () => {
  it('allow 2,000 columns and not one more, and state how many', async () => {
    const most = await sheetOf(`${namesOf(MAX_COLUMNS)}\n1,2\n`);
    expect(most.columns).toHaveLength(MAX_COLUMNS);
    expect(await faultOf(bytesOf(`${namesOf(MAX_COLUMNS + 1)}\n1,2\n`))).toEqual({
      kind: 'too-many-columns',
      file: 'a.csv',
      columns: MAX_COLUMNS + 1,
      limit: MAX_COLUMNS,
    });
    expect(await faultOf(bytesOf(`${'1,'.repeat(100_000)}\n`))).toMatchObject({ columns: 100_001 });
  });

  it('count cells that are not stored', async () => {
    const sheet = await sheetOf(`a,b\n1,2\n3,4\n${'x,'.repeat(9_999)}x\n5,6\n`);
    expect(outline(sheet)).toEqual([
      [2, 2, undefined],
      [3, 2, undefined],
      [4, 10_000, undefined],
      [5, 2, undefined],
    ]);
  });

  it('refuse a file above 4 GB without reading it', async () => {
    const size = MAX_FILE_BYTES + 1;
    const read = (): never => {
      throw new Error('It was read.');
    };
    expect(await openCsv({ name: 'a.csv', size, read }, UNINTERRUPTED)).toEqual({
      kind: 'failed',
      failure: { kind: 'too-large', file: 'a.csv', part: 'file', maxBytes: MAX_FILE_BYTES },
    });
  });

  it('refuse UTF-16 that would not fit in memory', async () => {
    const size = MAX_TRANSCODED_BYTES + 2;
    const read = (): Uint8Array<ArrayBuffer> => Uint8Array.of(0xff, 0xfe, 0x61, 0);
    expect(await openCsv({ name: 'a.csv', size, read }, UNINTERRUPTED)).toMatchObject({
      failure: { kind: 'too-large', part: 'document', maxBytes: MAX_TRANSCODED_BYTES },
    });
  });

  it('report a cell of more than a million characters, and read on', async () => {
    const cell = 'é'.repeat(MAX_CELL_CHARACTERS);
    const sheet = await sheetOf(`id,note\n1,${cell}\n2,${cell}x\n3,short\n`);
    expect(outline(sheet)).toEqual([
      [2, 2, undefined],
      [3, 2, 'too-long'],
      [4, 2, undefined],
    ]);
  });

  it('cut off a line that does not end, and read on after it', async () => {
    const sheet = await sheetOf(`id,note\n1,${'x'.repeat(2 * MAX_ROW_BYTES)}\r\n2,short\n`);
    expect(outline(sheet)).toEqual([
      [2, 2, 'too-long'],
      [3, 2, undefined],
    ]);
    const [, second] = Array.from(sheet.rows(), (row) => row.offset);
    expect(sheet.rowAt(second ?? 0).text(1)).toBe('short');
    expect(sheet.rowAt(second ?? 0).number).toBe(3);
  });

  it('lose one row to a quote that is never closed, in a file of any length', async () => {
    const lines = Array.from({ length: 300_000 }, (_, i) => `${i},made up`);
    lines[3] = '3,"made up';
    const sheet = await sheetOf(`id,note\n${lines.join('\n')}\n`);
    const flaws: unknown[] = [];
    let rows = 0;
    for (const row of sheet.rows()) {
      rows++;
      if (row.issue) flaws.push([row.number, row.issue]);
    }
    expect(rows).toBe(lines.length);
    expect(flaws).toEqual([[5, 'broken-row']]);
  });

  it('keep little of a long file in memory, and report progress', async () => {
    const text = `id,note\n${'1,made up, and more of it\n'.repeat(100_000)}`;
    const sheet = await sheetOf(text);
    const parts = Array.from(sheet.rows(), (row) => row.part);
    expect(parts.every((part, at) => part > (parts[at - 1] ?? 0))).toBe(true);
    expect(parts.at(-1)).toBe(1);
    expect(sheet.bytesKept).toBeLessThan(text.length / 1_000);
  });

  it('find the line of a row in a part that was not read, even with a line end across blocks', async () => {
    const text = `name\r\n${'1\r\n'.repeat(100_000)}`;
    const sheet = await sheetOf(text);
    for (const row of [0, 43_690, 43_691, 99_999])
      expect(sheet.rowAt(6 + 3 * row).number).toBe(row + 2);
  });

  it('count the memory of UTF-16', async () => {
    const wide = Uint8Array.from('id,note\n1,made up\n', (one) => one.charCodeAt(0));
    const bytes = new Uint8Array(Uint16Array.from(wide).buffer);
    const result = await openBytes(bytes);
    expect(result.kind === 'ok' && result.value.bytesKept).toBeGreaterThanOrEqual(18);
  });
});
