/** The rows are made up, in an order of times that has nothing to do with their order in the file. */
import { UNTITLED } from '../../../src/worker/untitled.ts';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { memorySource } from '../../../src/formats/source/byte-source.ts';
import type { ByteSource } from '../../../src/formats/source/byte-source.ts';
import { FileImport } from '../../../src/worker/file-import.ts';
import { rowsCsv } from '../../../src/worker/export-csv.ts';
import { noAreas } from '../formats/areas/area-source.ts';
import { alwaysDue } from '../always-due.ts';

const ROWS = 8_000;

/** Day i of the file is far from day i + 1: 7919 is prime to the number of days. */
const dayOf = (row: number): string =>
  new Date(Date.UTC(2020, 0, 1) + ((row * 7_919) % 3_650) * 86_400_000).toISOString().slice(0, 10);

const FORMATS: Readonly<Record<string, () => string>> = {
  'delimited text': () =>
    [
      'date,lat,lon,note',
      ...Array.from({ length: ROWS }, (_, i) => `${dayOf(i)},36,44,row ${i} ${'x'.repeat(300)}`),
    ].join('\n'),
  'one feature a line': () =>
    Array.from({ length: ROWS }, (_, i) =>
      JSON.stringify({
        type: 'Feature',
        properties: { date: dayOf(i), note: `row ${i} ${'x'.repeat(300)}` },
        geometry: { type: 'Point', coordinates: [44, 36] },
      }),
    ).join('\n'),
};

function counted(text: string) {
  const bytes = new Uint8Array(strToU8(text));
  const memory = memorySource('a', bytes);
  const count = { reads: 0, bytes: 0 };
  const read: ByteSource['read'] = (from, to) => {
    const part = memory.read(from, to);
    count.reads++;
    count.bytes += part.length;
    return part;
  };
  return { source: { ...memory, read }, count };
}

describe('saving rows of a file that is not in order of time', () => {
  it.each(Object.keys(FORMATS))(
    'reads each part of the file about once: %s',
    async (format) => {
      const { source, count } = counted(FORMATS[format]?.() ?? '');
      const proposed = await FileImport.propose(source, () => source, UNINTERRUPTED);
      if (proposed.kind === 'failed') throw new Error(proposed.failure.kind);
      const { file, proposed: told } = proposed.value;
      const setting = { file: 'a', dataset: 1, areas: noAreas(), today: 0 };
      const first = await file.readFirst(told.proposal.mapping, setting, UNTITLED, UNINTERRUPTED);
      if (first.kind === 'failed') throw new Error(first.failure.kind);
      const rest = first.value.isComplete ? undefined : await file.readOn(UNINTERRUPTED);
      if (rest?.kind === 'failed') throw new Error(rest.failure.kind);
      const { table } = (rest ?? first).value.dataset;
      const rows = Uint32Array.from({ length: table.length }, (_, row) => row);
      Object.assign(count, { reads: 0, bytes: 0 });
      let yieldPoints = 0;
      const task = alwaysDue(() => {
        yieldPoints++;
      });
      const blob = await rowsCsv(
        [{ table, rows }],
        { setNames: new Map(), selection: '', knownBefore: undefined },
        task,
      );
      expect(count.bytes).toBeLessThan(1.1 * source.size);
      expect(count.reads).toBeLessThan(source.size / 100_000 + 5);
      expect(yieldPoints).toBeGreaterThanOrEqual(ROWS / 250);
      const lines = (await blob.text()).trimEnd().split('\r\n').slice(1);
      expect(lines.map((line) => Number(/row (\d+)/.exec(line)?.[1]))).toEqual(
        Array.from({ length: ROWS }, (_, i) => i),
      );
    },
    60_000,
  );
});
