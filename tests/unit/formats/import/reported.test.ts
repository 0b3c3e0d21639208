/** Every row is made up. */
import { describe, expect, it } from 'vitest';
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

  it('is nothing where no column says it', async () => {
    const table = await tableOf(
      'plain.csv',
      'date,latitude,longitude,location\n2031-03-01,36.1,44.1,One\n',
    );
    expect(table.reported).toBeUndefined();
    expect([...table.origins]).toEqual([0]);
  });
});
