/**
 * Writes a large table in the columns of UCDP GED, to measure the opening of files: made-up events at
 * made-up places, in about 400 bytes each; a tenth of the rows has a line break in a cell. None of it
 * happened.
 */
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isoText, minuteOf, DAY } from '../../src/core/time/minute.ts';
import { below, chanceOf, pick, type Chance } from './chance.ts';
import { madeUpCountry } from './made-up-country.ts';

const FOLDER = fileURLToPath(new URL('../../.cache/made-up', import.meta.url));
const ROWS_AT_ONCE = 5_000;

const COLUMNS = (
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,' +
  'conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,' +
  'side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,' +
  'source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,' +
  'latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,' +
  'date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'
).split(',');

const START = minuteOf(1990, 1, 1);
const DAYS = 12_000;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function rowOf(
  chance: Chance,
  id: number,
  places: readonly { name: string; lat: number; lon: number; governorate: string | null }[],
  lot: number,
): string {
  const place = places[lot] ?? { name: '', lat: 0, lon: 0, governorate: null };
  const start = START + below(chance, DAYS) * DAY;
  const end = start + (chance() < 0.8 ? 0 : below(chance, 6) * DAY);
  const [first, last] = [isoText(start), isoText(end)];
  const year = first.slice(0, 4);
  const precision = pick(chance, ['1', '1', '1', '2', '3', '4', '5', '6']);
  const breaks = chance() < 0.1 ? '\n' : ' ';
  const best = String(below(chance, 12));
  const article = `"No Post,${first},Not true${breaks}at ${place.name}"`;
  return [
    String(id),
    `MAD-${year}-1-${id}`,
    year,
    '1',
    'Clear',
    pick(chance, ['1', '2', '3']),
    '259',
    '259',
    'Nowhere',
    '524',
    '524',
    'Side A - Side B',
    '116',
    '116',
    'Side A',
    '234',
    '234',
    'Side B',
    '1',
    quoted(article),
    'No Post',
    first,
    quoted(`Made up, ${place.name}`),
    'Nobody',
    precision,
    place.name,
    quoted(`Near ${place.name}`),
    place.governorate ?? place.name,
    place.name,
    String(place.lat),
    String(place.lon),
    `POINT (${place.lon} ${place.lat})`,
    '177568',
    'Nowhere',
    '645',
    'Middle East',
    '1',
    first === last ? '1' : '2',
    `${first} 00:00:00.000`,
    `${last} 00:00:00.000`,
    '0',
    '1',
    '0',
    '0',
    best,
    best,
    best,
    '645',
    '',
  ].join(',');
}

/** The file of so many rows, written unless it is there. */
export function writeUcdpLike(rows: number): string {
  const path = join(FOLDER, `ucdp-like-${rows}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const chance = chanceOf(7);
  const { towns, lots } = madeUpCountry(chance, rows);
  const places = towns.map(({ places: [first] }) => first);
  const file = openSync(path, 'w');
  writeSync(file, `${COLUMNS.join(',')}\n`);
  for (let row = 0; row < rows; row += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - row);
    const lines = Array.from({ length: count }, (_, i) =>
      rowOf(chance, row + i + 1, places, lots.draw(chance)),
    );
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  return path;
}
