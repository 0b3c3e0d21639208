/** Every row is made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedRow } from '../../../../src/core/records/imported-row.ts';
import { recordAt } from '../../../../src/core/records/contents.ts';
import { contentOfRow } from '../../../../src/core/records/row-fields.ts';
import { ucdpReports } from '../../../../src/formats/schemas/ucdp-reports.ts';
import { firstSentence } from '../../../../src/formats/schemas/first-sentence.ts';
import { fixtureBytes, openFile } from '../../worker/import-file.ts';

async function rowsOf(
  name: string,
): Promise<{ readonly layout: string; readonly rows: readonly ImportedRow[] }> {
  const opened = await openFile(name, fixtureBytes(name));
  if (opened.kind === 'fault') throw new Error(opened.fault.kind);
  const { table } = opened.dataset;
  const rows = Array.from({ length: table.length }, (_, row) => {
    const record = recordAt(table, row);
    if (record?.kind !== 'file') throw new Error('No row of a file.');
    return record.fileRow;
  });
  return { layout: opened.report.schema, rows: rows.toSorted((a, b) => a.number - b.number) };
}

/** The parts that are there, one report a line. */
const lines = ({ sources }: ImportedRow): readonly string[] =>
  sources.reports.map(({ publisher, title, date, text, urls }) =>
    [publisher, date, title, text, ...urls].filter(Boolean).join(' | '),
  );

describe('the reports that a row names', () => {
  it('of Bellingcat are the descriptions with their links, each once', async () => {
    const { layout, rows } = await rowsOf('sources/bellingcat.json');
    expect(layout).toBe('bellingcat');
    expect(rows.map(({ title }) => title)).toEqual([
      'A made-up drone fell into a field',
      'A second made-up event',
    ]);
    expect(rows.map(lines)).toEqual([
      [
        'Made-up video of the field | https://herald.example/1',
        'Made-up photograph | https://wire.example/2',
      ],
      ['<b>Not a link</b>'],
    ]);
  });

  it('of TimeMap have every address except the thumbnail', async () => {
    const { layout, rows } = await rowsOf('sources/timemap.json');
    expect(layout).toBe('timemap');
    expect(rows.map(({ title }) => title)).toEqual(['Made-up shells hit a made-up orchard']);
    expect(rows.map(lines)).toEqual([
      [
        'Made-up clip | https://herald.example/a | https://herald.example/b',
        'https://wire.example/c',
      ],
    ]);
  });

  it('may be in numbered columns', async () => {
    const { layout, rows } = await rowsOf('sources/numbered-sources.csv');
    expect(layout).toBe('bellingcat');
    expect(rows.map(lines)).toEqual([
      [
        'First made-up source | https://herald.example/1',
        'Second made-up source | https://wire.example/2',
      ],
      [],
    ]);
  });

  it('of UCDP are paired by the citation, or by lists of one length, and by nothing else', async () => {
    const { layout, rows } = await rowsOf('sources/ucdp-joined-headlines.csv');
    expect(layout).toBe('ucdp');
    expect(new Set(rows.map(({ title }) => title))).toEqual(
      new Set(['Side One – Side Two, Made-up Town']),
    );
    expect(rows.map(lines)).toEqual([
      [
        'Made-up Wire | 2031-03-04 | Shells hit orchard; two trees burn',
        'Made-up Herald | 2031-03-05 | Orchard burns',
      ],
      ['Made-up Wire | 2031-03-04 | Orchard burns'],
      [
        'Made-up Wire | 2031-03-04 | One headline',
        'Made-up Herald | 2031-03-05 | Another headline',
      ],
      ['Made-up Wire | 2031-03-04 | Orchard burns; nobody hurt'],
      ['Made-up Wire', 'Made-up Herald', '2031-03-04 | First; second; third'],
      ['Made-up Wire 2031-03-04 Orchard burns', 'Made-up Herald 2031-03-05 It rains'],
      ['r 25/2'],
    ]);
  });

  it.each([
    ['no outlet', ['', '', 'A;B;A'], ['A', 'B']],
    ['no outlet and one day', ['', 'd1', 'A;B'], ['d1 | A', 'd1 | B']],
    ['one outlet', ['AFP', '', 'A;B'], ['AFP | A', 'AFP | B']],
    ['one outlet, one headline with a semicolon', ['AFP', 'd1', 'A; b'], ['AFP | d1 | A; b']],
    ['one outlet twice', ['AFP;AFP', 'd1;d2', 'A'], ['AFP | A']],
    [
      'a semicolon in one of two headlines',
      ['AFP;BBC', 'd1;d2', 'A; b;C'],
      ['AFP | d1 | A; b', 'BBC | d2 | C'],
    ],
    [
      'more headlines than outlets',
      ['AFP;BBC', 'd1;d2', 'A;B;C'],
      ['AFP | d1', 'BBC | d2', 'A', 'B', 'C'],
    ],
    ['fewer days than outlets', ['AFP;BBC', 'd1', 'A;B'], ['AFP', 'BBC', 'A', 'B']],
    [
      'an empty entry',
      ['AFP;;BBC', 'd1;d2;d3', 'A;B;C'],
      ['AFP | d1 | A', 'd2 | B', 'BBC | d3 | C'],
    ],
    ['an empty entry and other lengths', ['AFP;;BBC', '', 'A;B'], ['AFP', 'BBC', 'A', 'B']],
    ['the same report twice', ['AFP;AFP', 'd1;d1', 'A;a'], ['AFP | d1 | A']],
  ] as const)('of UCDP with %s', (_, [office, date, headline], expected) => {
    const reports = ucdpReports('', office, date, headline);
    expect(
      reports.map(({ publisher, date: day, title }) =>
        [publisher, day, title].filter(Boolean).join(' | '),
      ),
    ).toEqual(expected);
    for (const { date: day } of reports) expect(day ?? '').not.toContain(';');
  });

  it('of UCDP events without actors leave the headline as the title', async () => {
    const rows = [
      'id,type_of_violence,source_headline,where_prec,where_coordinates,latitude,longitude,date_prec,date_start,date_end,best',
      '1,1,A made-up headline,1,Made-up Town,36.19,44.01,1,2031-05-03,2031-05-03,1',
    ];
    const opened = await openFile('a.csv', new TextEncoder().encode(rows.join('\n')));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    const record = recordAt(opened.dataset.table, 0);
    expect(record?.kind === 'file' && record.fileRow.title).toBe('A made-up headline');
  });

  it('of any table are its lists of outlets and addresses, paired only if each has one', async () => {
    const { rows } = await rowsOf('sources/lists-of-sources.csv');
    expect(rows.map(lines)).toEqual([
      ['Made-up Wire | https://wire.example/1', 'Made-up Herald | https://herald.example/2'],
      ['Made-up Wire', 'Made-up Herald'],
      ['Made-up Wire'],
      ['https://wire.example/1', 'https://herald.example/a;b=1'],
      ['Made-up Wire', 'https://wire.example/5'],
      [],
    ]);
    // Two names and one address: it may be of either, so it is no third report.
    expect(rows.map(({ sources }) => sources.addresses)).toEqual([
      ...[[], ['https://wire.example/1'], [], [], [], []],
    ]);
  });

  it.each([
    // As many addresses as names are pairs, in whatever way each list is written.
    [
      'A; B',
      'https://e.example/1 https://e.example/2',
      ['A https://e.example/1', 'B https://e.example/2'],
    ],
    [
      '["A","B"]',
      'https://e.example/1 https://e.example/2',
      ['A https://e.example/1', 'B https://e.example/2'],
    ],
    [
      'A; B',
      '["https://e.example/1","https://e.example/2"]',
      ['A https://e.example/1', 'B https://e.example/2'],
    ],
    ['["A","B"]', 'https://e.example/1', ['A', 'B'], ['https://e.example/1']],
    [
      'A; B; C',
      'https://e.example/1 https://e.example/2',
      ['A', 'B', 'C'],
      ['https://e.example/1', 'https://e.example/2'],
    ],
    [
      'A',
      'https://e.example/1 https://e.example/2',
      ['A'],
      ['https://e.example/1', 'https://e.example/2'],
    ],
    // An entry of the list of sources that is an address is a report by itself.
    ['A; https://e.example/1', 'https://e.example/1', ['A', 'https://e.example/1']],
    [
      'A; https://e.example/1',
      'https://e.example/2',
      ['A', 'https://e.example/1'],
      ['https://e.example/2'],
    ],
    ['https://e.example/1', 'https://e.example/2', ['https://e.example/1', 'https://e.example/2']],
    ['', 'https://e.example/1 https://e.example/1', ['https://e.example/1']],
  ])('of %s and %s', async (source, link, expected, addresses: readonly string[] = []) => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const text = `date,latitude,longitude,source,link\n2031-03-01,36,44,${quoted(source)},${quoted(link)}\n`;
    const opened = await openFile('a.csv', new TextEncoder().encode(text), (mapping) => ({
      ...mapping,
      source: 3,
      link: 4,
    }));
    if (opened.kind === 'fault') throw new Error(opened.fault.kind);
    const record = recordAt(opened.dataset.table, 0);
    if (record?.kind !== 'file') throw new Error('No row of a file.');
    const { sources } = record.fileRow;
    expect(
      sources.reports.map(({ publisher, urls }) => [publisher, ...urls].filter(Boolean).join(' ')),
    ).toEqual(expected);
    expect(sources.addresses).toEqual(addresses);
    expect(contentOfRow(record.fileRow).sources.isLeast).toBe(addresses.length > 0 || undefined);
  });

  it('of any table are names parted by lines or semicolons, one of each spelling', async () => {
    const { rows } = await rowsOf('sources/names-in-lines.csv');
    expect(rows.map(lines)).toEqual([
      ['Made-up Wire', 'Made-up Herald'],
      ['Made-up Wire', 'Made-up Herald, Made-up City edition'],
      ['Al-Made-up', 'Made-up Herald (AFP)'],
      ['Made-up Wire', 'Made-up Herald'],
      ['Made-up Wire | https://wire.example/1', 'Made-up Herald | https://herald.example/2'],
    ]);
  });

  it('of UCDP keep every headline, and lists of different lengths are never paired', () => {
    const word = fc.stringMatching(/^x[a-z]{3,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        (offices, headlines) => {
          const dates = offices.map((_, at) => `2031-03-0${at + 1}`);
          const reports = ucdpReports('', offices.join(';'), dates.join(';'), headlines.join('; '));
          const titles = reports.map(({ title }) => title ?? '').join(';');
          for (const headline of headlines) expect(titles).toContain(headline);
          const isPaired = offices.length === headlines.length || offices.length === 1;
          if (!isPaired)
            for (const { publisher, title } of reports)
              expect(publisher === undefined || title === undefined).toBe(true);
        },
      ),
    );
  });
});

describe('the first sentence of a description', () => {
  it.each([
    ['One thing. And another.', 'One thing'],
    ['No stop at all', 'No stop at all'],
    ['A question? Yes.', 'A question?'],
    ['سقطت طائرة. لم تقع إصابات.', 'سقطت طائرة'],
    ['At 3.5 km from town. Then.', 'At 3.5 km from town'],
    ['First line\nsecond line', 'First line'],
    ['', ''],
    ['Dr. Ali was killed. Two were injured.', 'Dr. Ali was killed'],
    ['"Boom!" he said. Then it fell.', '"Boom!" he said'],
    ['“Run!” She ran to the river. Then.', '“Run!” She ran to the river'],
    ['Gen. Made Up spoke. Then.', 'Gen. Made Up spoke'],
    ['Lt. Col. Made Up and Mr. Other met. Then.', 'Lt. Col. Made Up and Mr. Other met'],
    ['St. Mary was hit by shells. Then.', 'St. Mary was hit by shells'],
    ['Shells hit house No. 5 and No. 7. Then.', 'Shells hit house No. 5 and No. 7'],
    ['The U.S. Army fired two shells. Then.', 'The U.S. Army fired two shells'],
    ['J. R. Made was found. Then.', 'J. R. Made was found'],
    ['Seen on Mar. 3 near the river. Then.', 'Seen on Mar. 3 near the river'],
    ['Shells fell at 3 p.m. on Sunday. Then.', 'Shells fell at 3 p.m. on Sunday'],
    ['1. A drone fell. Then.', '1. A drone fell'],
    ['هل سقطت طائرة؟ نعم.', 'هل سقطت طائرة؟'],
    ['ایک گولہ باغ پر گرا۔ کوئی زخمی نہیں۔', 'ایک گولہ باغ پر گرا'],
    ['果樹園に砲弾が落ちたと伝えられる。負傷者なし。', '果樹園に砲弾が落ちたと伝えられる'],
    ['Who knows... Nothing more.', 'Who knows...'],
  ])('%s', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});

describe('the table that Airwars publishes', () => {
  it('is recognised by its terms, and read with their precision', async () => {
    const { layout, rows } = await rowsOf('sources/airwars-published.csv');
    expect(layout).toBe('airwars');
    expect(
      rows.map(({ place, category, links, area }) => [place?.precision, category, links[0], area]),
    ).toEqual([
      ['town', 'Airstrike', 'https://airwars.example/civcas/mu001', 'Made-up Region'],
      ['spot', 'Artillery', 'https://airwars.example/civcas/mu002', 'Made-up Region'],
    ]);
  });
});
