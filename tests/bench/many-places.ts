/**
 * Made-up records with many distinct places, to measure with. None of them happened.
 *
 * Places scatter around 60 towns by Zipf's law, as in `made-up-table`, but coordinates are not rounded,
 * and every place has at least one record. Rows are in the order of a table, so in that of time; which
 * place a row has is drawn at random, so neighbouring rows are far apart on the map.
 */
import {
  EMPTY_PERIOD,
  INCIDENT,
  periodOf,
  type IncidentTable,
} from '../../src/core/records/incident-table.ts';
import { targetLayers } from '../../src/core/records/layer.ts';
import { EFFECT_CLASSES } from '../../src/core/records/incident.ts';
import { NO_AREA, type PlaceTable } from '../../src/core/place/place-table.ts';
import { textColumn } from '../../src/core/text/text-column.ts';
import { DAY } from '../../src/core/time/minute.ts';
import { below, chanceOf, Lots, scatter, type Chance } from './chance.ts';
import { MADE_UP_PERIOD } from './made-up-table.ts';

const TOWNS = 60;
const SPREAD_DEGREES = 0.06;

function manyPlaces(chance: Chance, length: number): PlaceTable {
  const towns = Array.from({ length: TOWNS }, () => ({
    lon: 36 + 17 * chance(),
    lat: 28.5 + 12 * chance(),
    spread: SPREAD_DEGREES * (0.3 + chance()),
  }));
  const lots = new Lots(towns.map((_, town) => (town + 1) ** -1.1));
  const lon = new Float64Array(length);
  const lat = new Float64Array(length);
  for (let place = 0; place < length; place += 1) {
    const town = towns[lots.draw(chance)] ?? { lon: 44, lat: 36, spread: 1 };
    lon[place] = town.lon + scatter(chance) * town.spread;
    lat[place] = town.lat + scatter(chance) * town.spread;
  }
  return {
    length,
    lon,
    lat,
    precision: new Uint8Array(length),
    area: new Uint16Array(length).fill(NO_AREA),
    areas: [],
    names: textColumn(Array.from({ length }, (_, place) => `Made-up place ${String(place)}`)),
  };
}

/** Positions 0..length − 1, each once and then again, in random order (Fisher and Yates). */
function shuffledPlaces(chance: Chance, rows: number, places: number): Uint32Array<ArrayBuffer> {
  const placeOf = new Uint32Array(rows).map((_, row) => row % places);
  for (let last = rows - 1; last > 0; last -= 1) {
    const other = below(chance, last + 1);
    const kept = placeOf[last] ?? 0;
    placeOf[last] = placeOf[other] ?? 0;
    placeOf[other] = kept;
  }
  return placeOf;
}

/** A table of made-up incidents of a day each, at that many distinct places. */
export function manyPlacesTable(rows: number, places: number, seed = 1): IncidentTable {
  const chance = chanceOf(seed);
  const days = (MADE_UP_PERIOD.to - MADE_UP_PERIOD.from) / DAY;
  const from = new Int32Array(rows).map((_, row) => {
    return MADE_UP_PERIOD.from + Math.floor((row * days) / rows) * DAY;
  });
  const layers = targetLayers();
  const table: IncidentTable = {
    length: rows,
    from,
    to: from.map((start) => start + DAY),
    place: shuffledPlaces(chance, rows, places),
    kind: new Uint8Array(rows).fill(INCIDENT),
    layer: new Uint16Array(rows).map(() => below(chance, layers.length)),
    effectClass: new Uint8Array(rows).map(() => below(chance, EFFECT_CLASSES.length)),
    deaths: new Uint8Array(rows),
    people: undefined,
    reported: undefined,
    origins: new Uint8Array(rows),
    traits: undefined,
    isUndated: new Uint8Array(rows),
    id: new Uint32Array(rows).map((_, row) => row),
    layers,
    contents: {
      kind: 'texts',
      text: textColumn(Array.from({ length: rows }, (_, row) => `made-up ${String(row % 5_000)}`)),
    },
    places: manyPlaces(chance, places),
    period: EMPTY_PERIOD,
  };
  return { ...table, period: periodOf(table) };
}
