/** All rows here are made up; provinces and countries are real. */
import { describe, expect, it } from 'vitest';
import { NO_AREA } from '../../../src/core/place/place-table.ts';
import type { IncidentTable } from '../../../src/core/records/incident-table.ts';
import { areaSource, lostAreas, noAreas } from '../formats/areas/area-source.ts';
import { ownAreas } from '../formats/areas/world-areas-file.ts';
import { openFile } from './import-file.ts';
import { opened, saved } from './save-again.ts';

const bytesOf = (lines: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(lines.join('\n')));

const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);

/** A UCDP table: precision, province, latitude, longitude, country. */
const ucdp = (...rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  bytesOf([
    'id,type_of_violence,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,best',
    ...rows.map(([precision = '', area = '', lat = '', lon = '', country = ''], at) =>
      [at, 1, precision, 'Made-up place', area, lat, lon, country, 1, '2031-03-10', '2031-03-10', 1]
        .map((value) => cell(String(value)))
        .join(','),
    ),
  ]);

const acled = (...rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  bytesOf([
    'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,geo_precision,source_scale,fatalities',
    ...rows.map(([precision = '', area = '', lat = '', lon = '', country = ''], at) =>
      ['MUP' + String(at), '2031-03-10', 1, 'Made-up', 'Made-up', 'A', country, area, 'P', lat, lon]
        .concat([precision, 'National', '0'])
        .map((value) => cell(String(value)))
        .join(','),
    ),
  ]);

/** The area of each row, in the order of the file; its point where it has one. */
function areasOf(table: IncidentTable): readonly string[] {
  const rows = Array.from({ length: table.length }, (_, row) => {
    const place = table.place[row] ?? 0;
    const area = table.places.area[place] ?? NO_AREA;
    const text = area === NO_AREA ? 'a point' : (table.places.areas[area] ?? '');
    if (table.contents.kind !== 'file') throw new Error('The table is not of a file.');
    const read = table.contents.rows.at(row);
    return { number: read.number, text: `${text} | ${read.place?.precision ?? 'none'}` };
  });
  return rows.toSorted((a, b) => a.number - b.number).map(({ text }) => text);
}

/** Read next to the page's own data set, or with other outlines. */
async function importedWith(rows: Uint8Array<ArrayBuffer>, areas = areaSource(ownAreas())) {
  const read = await openFile('made-up.csv', rows, (mapping) => mapping, areas);
  if (read.kind === 'fault') throw new Error(read.fault.kind);
  const { table } = read.dataset;
  const names = areasOf(table).map((text) => text.replace(/ \|.*/, ''));
  const { unplaced, groups } = read.report;
  const notes = groups.map(({ code, count }) => `${code}: ${count}`);
  return { areas: names, world: areas.world, unplaced, notes };
}

const readAreas = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { dataset, report } = await opened('made-up.csv', bytes);
  const notes = report.groups.map(({ code, column, count }) => `${code} ${column} ${count}`);
  const { read, kept, unplaced, undated, dropped } = report;
  expect(read).toBe(kept + unplaced + undated + dropped);
  return { areas: areasOf(dataset.table), notes, kept, unplaced, table: dataset.table };
};

describe('rows that are only known to a province', () => {
  it('are in the province of their name, from UCDP', async () => {
    const { areas, notes, kept } = await readAreas(
      ucdp(
        ['4', 'Donetsk oblast', '48.0', '37.8', 'Ukraine'],
        ['4', 'Gharb Dārfūr state', '13.4', '22.4', 'Sudan'],
        ['4', 'Borno state', '11.8', '13.1', 'Nigeria'],
        ['4', 'Rakhine state', '20.1', '93.5', 'Myanmar (Burma)'],
        ['4', 'Ḩaḑramawt governorate', '16.0', '49.5', 'Yemen (North Yemen)'],
        ['1', 'Borno state', '11.8', '13.1', 'Nigeria'],
      ),
    );
    expect(areas).toEqual([
      'Donetsk | governorate',
      'West Darfur | governorate',
      'Borno | governorate',
      'Rakhine | governorate',
      'Hadhramaut | governorate',
      'a point | site',
    ]);
    expect(notes).toEqual([]);
    expect(kept).toBe(6);
  });

  it('are in the province of their name, from ACLED', async () => {
    const { areas, notes } = await readAreas(
      acled(
        ['3', 'Donetsk', '48.0', '37.8', 'Ukraine'],
        ['3', 'North Darfur', '13.6', '25.3', 'Sudan'],
        ['3', 'Borno', '11.8', '13.1', 'Nigeria'],
        ['3', 'Rakhine', '20.1', '93.5', 'Myanmar'],
        ['3', 'Al Hodeidah', '14.8', '43.0', 'Yemen'],
        ['2', 'Al Hodeidah', '14.8', '43.0', 'Yemen'],
      ),
    );
    expect(areas).toEqual([
      'Donetsk | governorate',
      'North Darfur | governorate',
      'Borno | governorate',
      'Rakhine | governorate',
      'Al Hudaydah | governorate',
      'a point | near',
    ]);
    expect(notes).toEqual([]);
  });

  it('are in the province of their point, or keep a name without an outline, and say so', async () => {
    const { areas, notes, kept, unplaced } = await readAreas(
      ucdp(
        ['4', 'Made-up state', '15.6', '32.53', 'Sudan'],
        ['4', 'Made-up state', '10', '-30', 'Sudan'],
        ['4', 'Kassala', '48.0', '37.8', 'Ukraine'],
        ['4', 'Punjab', '10', '-30', ''],
      ),
    );
    // The name of another country's province does not draw that one.
    expect(areas).toEqual([
      'Khartoum | governorate',
      'Made-up state | governorate',
      'Donetsk | governorate',
      'Punjab | governorate',
    ]);
    expect(notes).toEqual(['unknown-area adm_1 1', 'ambiguous-area adm_1 1']);
    expect([kept, unplaced]).toEqual([4, 0]);
  });

  it('have a province where they have no coordinates, or the country, or are nowhere', async () => {
    const { areas, notes, kept, unplaced } = await readAreas(
      bytesOf([
        'date,province,country,what',
        '2031-03-01,Kassala,Sudan,a',
        '2031-03-02,Punjab,India,b',
        '2031-03-03,,Sudan,c',
        '2031-03-04,Made-up province,Sudan,d',
        '2031-03-05,Made-up province,Madeupland,e',
        '2031-03-06,,,f',
      ]),
    );
    expect(areas).toEqual([
      'Kassala | governorate',
      'Punjab, India | governorate',
      'Sudan | country',
      'Sudan | country',
      ' | none',
      ' | none',
    ]);
    expect([kept, unplaced]).toEqual([4, 2]);
    expect(notes).toEqual(['unknown-area province 2', 'no-place undefined 2']);
  });

  it('are in the areas of the page’s own data set where these have their name', async () => {
    const rows = ucdp(
      ['4', 'Arbīl province', '36.2', '44.0', 'Iraq'],
      ['4', "At-Ta'mim province", '35.4', '44.4', 'Iraq'],
      ['4', '', '36.2', '44.0', 'Iraq'],
    );
    const { areas, world } = await importedWith(rows);
    expect(areas).toEqual(['Irbil', 'Kirkuk', 'Irbil']);
    // Nothing was loaded for them.
    expect(world).toBeUndefined();
  });

  it('keep their names where no outlines can be loaded', async () => {
    const rows = ucdp(['4', 'Kassala', '15.5', '36.4', 'Sudan'], ['6', '', '15', '32', 'Sudan']);
    const { areas, unplaced } = await importedWith(rows, noAreas());
    expect(areas).toEqual(['Kassala', '']);
    expect(unplaced).toBe(1);
  });

  it('are in none of the page’s own areas where the others did not arrive, and say so', async () => {
    const rows = ucdp(
      ['4', 'Wasit', '', '', 'Yemen'],
      ['4', 'Wasit', '15.5', '44.2', 'Yemen'],
      ['4', 'Arbīl province', '36.2', '44.0', 'Iraq'],
      ['4', 'Irbil province', '', '', ''],
      ['6', '', '15', '32', 'Sudan'],
    );
    const { areas, notes } = await importedWith(rows, lostAreas(ownAreas()));
    expect(areas).toEqual(['', 'Wasit, Yemen', 'Irbil', 'Irbil', '']);
    expect(notes).toContain('areas-not-loaded: 3');
  });

  it('are read again as they were saved', async () => {
    const { table } = await readAreas(
      ucdp(
        ['4', 'Donetsk oblast', '48.0', '37.8', 'Ukraine'],
        ['4', 'Punjab', '', '', 'Pakistan'],
        ['6', '', '15', '32', 'Sudan'],
        ['6', '', '', '', 'Yemen'],
      ),
    );
    const again = await opened('saved.csv', await saved(table));
    expect(areasOf(again.dataset.table)).toEqual(areasOf(table));
    expect(again.report).toMatchObject({ kept: 4, unplaced: 0 });
    expect(new TextDecoder().decode(await saved(table))).not.toContain('NaN');
  });
});

describe('rows that are only known to a country', () => {
  it('are in that country, unless the row names none that is known', async () => {
    const { areas, notes, kept, unplaced } = await readAreas(
      ucdp(
        ['6', '', '15', '32', 'Sudan'],
        ['6', 'Kassala', '15', '32', 'Yemen (North Yemen)'],
        ['6', '', '15', '32', ''],
        ['6', '', '15', '32', 'Madeupland'],
        ['7', '', '12', '48', 'Yemen'],
      ),
    );
    expect(areas).toEqual([
      'Sudan | country',
      'Yemen | country',
      'Sudan | country',
      ' | none',
      ' | none',
    ]);
    expect(notes).toEqual(['too-coarse where_prec 2']);
    expect([kept, unplaced]).toEqual([3, 2]);
  });
});
