/** Every row is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAt } from '../../../../src/core/records/contents.ts';
import { sourcedReport } from '../../../../src/core/records/imported-row.ts';
import { originsOf } from '../../../../src/core/records/origins.ts';
import { textAt } from '../../../../src/core/text/text-column.ts';
import { NEVER } from '../../../../src/core/records/reported.ts';
import { DAY, minuteOf } from '../../../../src/core/time/minute.ts';
import { openFile } from '../../worker/import-file.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function tableOf(name: string, text: string) {
  const opened = await openFile(name, bytes(text));
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  return opened.dataset.table;
}

/** What the table keeps of each row, by the name of its place. */
async function reportedIn(text: string) {
  const table = await tableOf('made-up.csv', text);
  const { places, place, origins, reported } = table;
  return Object.fromEntries(
    Array.from({ length: table.length }, (_, row) => [
      textAt(places.names, place[row] ?? 0),
      {
        origins: origins[row],
        from: reported?.from[row],
        by: reported?.by[row],
      },
    ]),
  );
}

const march = (day: number): number => minuteOf(2031, 3, day);

describe('what a file says of its reports', () => {
  it('is kept of each row: how many origins, and when it was first reported', async () => {
    const rows = await reportedIn(
      [
        'date,latitude,longitude,location,source,published',
        '2031-03-01,36.1,44.1,One,Made-up Wire,2031-03-02',
        '2031-03-01,36.2,44.2,Two,Made-up Wire; made-up wire; Made-up Herald (AFP),2031-03-01',
        '2031-03-03,36.3,44.3,Early,Made-up Herald (AFP); AFP (via Made-up Post),2031-03-02',
        '2031-03-04,36.4,44.4,Unsaid,,',
        '',
      ].join('\n'),
    );
    expect(rows).toEqual({
      One: { origins: 1, from: march(2), by: march(3) },
      Two: { origins: 2, from: march(1), by: march(2) },
      // Dated before its event: nothing is reported before it happens.
      Early: { origins: 1, from: march(3), by: march(3) + DAY },
      Unsaid: { origins: 0, from: march(4), by: NEVER },
    });
  });

  it('reads numbered columns once, with the addresses that belong to them', async () => {
    const table = await tableOf(
      'numbered.csv',
      'date,latitude,longitude,source_1,source_1_url,source_2,source_2_url\n' +
        '2031-03-01,36,44,Made-up Wire,https://w.example/1,Made-up Post,https://p.example/2\n',
    );
    expect([...table.origins]).toEqual([2]);
    const record = recordAt(table, 0);
    expect(record?.kind === 'file' && record.fileRow.sources.reports).toHaveLength(2);
  });

  it('may be older than the known end of an event whose begin is not known', async () => {
    const table = await tableOf(
      'open.csv',
      'date,latitude,longitude,published\n../2031-03-10,36,44,2031-03-01\n2031-03-11,36,44,2031-03-12\n',
    );
    const open = table.isUndated.findIndex((code) => code !== 0);
    expect(open).not.toBe(-1);
    expect(table.reported?.from[open]).toBe(march(1));
    expect(table.reported?.by[open]).toBe(march(2));
  });

  it('is nothing where no column says it', async () => {
    const table = await tableOf(
      'plain.csv',
      'date,latitude,longitude,location\n2031-03-01,36.1,44.1,One\n',
    );
    expect(table.reported).toBeUndefined();
    expect([...table.origins]).toEqual([0]);
  });
});

describe('origins counted while a file is read', () => {
  const NAMES = [
    'Made-up Wire',
    'made-up wire',
    'Made-up Herald (AFP)',
    'AFP',
    'n/a',
    'https://e.example/1',
  ];
  const ADDRESSES = ['https://e.example/1', 'https://e.example/2', 'not an address'];

  it('are those of the reports that are read of a row later, whatever its cells', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.subarray(NAMES), fc.subarray(ADDRESSES), fc.constantFrom('; ', '\n')),
          { minLength: 1, maxLength: 8 },
        ),
        async (rows) => {
          const cells = rows.map(([names, addresses, between], i) =>
            [
              `2031-03-0${i + 1}`,
              36 + i / 10,
              44,
              `"${names.join(between)}"`,
              `"${addresses.join(' ')}"`,
            ].join(),
          );
          const table = await tableOf(
            'made-up.csv',
            ['date,latitude,longitude,source,link', ...cells, ''].join('\n'),
          );
          for (let row = 0; row < table.length; row++) {
            const record = recordAt(table, row);
            if (record?.kind !== 'file') throw new Error('No row of a file.');
            expect(table.origins[row]).toBe(
              originsOf(record.fileRow.sources.reports.map(sourcedReport)).length,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
