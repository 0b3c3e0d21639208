import { TARGETS, WEAPONS, type Target, type Weapon } from '../../src/core/records/incident.ts';
import type { Place } from '../../src/core/place/place.ts';
import { Lots, pick, scatter, type Chance } from './chance.ts';

const BOX = { west: 36, east: 53, south: 28.5, north: 40.5 };
const PRECISIONS = ['site', 'site', 'site', 'town', 'town', 'district'] as const;
const MAX_TOWNS = 60;
const DEGREES_A_KILOMETRE = 1 / 111;

const SYLLABLES = 'zu qo vle drix pim gru wex fno ulk tja mibb osk yat hoov brel kwi'.split(' ');

/** The invented word of a number below 65,536; no two numbers share one. */
function word(number: number): string {
  const mixed = (number * 40_503) % 65_536;
  const text = [12, 8, 4, 0].map((shift) => SYLLABLES[(mixed >> shift) & 15] ?? '').join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the records of a town have in common. */
type Profile = {
  readonly targets: readonly [Target, Target];
  readonly weapon: Weapon;
  readonly intercepted: number;
};

/** Places that are drawn together; the earlier ones more often. */
export type Town = { readonly places: readonly [Place, ...Place[]]; readonly profile: Profile };

const roundDegrees = (degrees: number): number => Math.round(degrees * 100) / 100;

function madeUpPlace(
  name: string,
  [lon, lat]: readonly [number, number],
  precision: Place['precision'],
  governorate: string | null = null,
): Place {
  return {
    name,
    district: null,
    governorate,
    lat: roundDegrees(Math.min(Math.max(lat, BOX.south), BOX.north)),
    lon: roundDegrees(Math.min(Math.max(lon, BOX.west), BOX.east)),
    precision,
    basis: 'inferred',
    note: null,
  };
}

const anywhere = (chance: Chance): readonly [number, number] => [
  BOX.west + chance() * (BOX.east - BOX.west),
  BOX.south + chance() * (BOX.north - BOX.south),
];

const madeUpProfile = (chance: Chance): Profile => ({
  targets: [pick(chance, TARGETS), pick(chance, TARGETS)],
  weapon: pick(chance, WEAPONS),
  intercepted: chance() * 0.5,
});

function madeUpTown(chance: Chance, firstWord: number, count: number): Town {
  const [lon, lat] = anywhere(chance);
  const spread = (2 + 4 * chance()) * DEGREES_A_KILOMETRE;
  const centre = madeUpPlace(word(firstWord), [lon, lat], 'town');
  const around = Array.from({ length: count - 1 }, (_, i) => {
    const east = (scatter(chance) * spread) / Math.cos((lat * Math.PI) / 180);
    const point = [lon + east, lat + scatter(chance) * spread] as const;
    return madeUpPlace(word(firstWord + 1 + i), point, pick(chance, PRECISIONS));
  });
  return { places: [centre, ...around], profile: madeUpProfile(chance) };
}

function openCountry(chance: Chance, firstWord: number, count: number): Town {
  const madeUp = (i: number): Place =>
    madeUpPlace(word(firstWord + i), anywhere(chance), i % 2 === 0 ? 'district' : 'site');
  const others = Array.from({ length: count - 1 }, (_, i) => madeUp(i + 1));
  return { places: [madeUp(0), ...others], profile: madeUpProfile(chance) };
}

/** Real names: only an area whose shape is known can be hatched. */
const AREAS: Town['places'] = [
  madeUpPlace('Irbil', [44, 36.2], 'governorate', 'Irbil'),
  madeUpPlace('Duhok', [43, 36.9], 'governorate', 'Duhok'),
  madeUpPlace('Sulaymaniyah', [45.4, 35.6], 'governorate', 'Sulaymaniyah'),
  madeUpPlace('Kurdistan Region of Iraq', [44.3, 36.3], 'region'),
];

/** Towns, open country and areas, and by which chance a record lies in each. */
export type Country = { readonly towns: readonly Town[]; readonly lots: Lots };

/**
 * Towns, open country and areas: about `count / 35` places, in areas and open country a fixed share,
 * with the lots to draw a town by.
 */
export function madeUpCountry(chance: Chance, count: number): Country {
  const placeCount = Math.min(Math.max(Math.round(count / 35), 12), 30_000);
  const openCount = Math.max(Math.round(placeCount * 0.02), 1);
  const inTowns = placeCount - openCount - AREAS.length;
  const townCount = Math.min(MAX_TOWNS, Math.ceil(placeCount / 3));
  const weights = Array.from({ length: townCount }, (_, i) => (i + 1) ** -1.1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map((weight) => Math.max(Math.round((weight / total) * inTowns), 1));
  const excess = counts.reduce((sum, one) => sum + one, 0) - inTowns;
  let words = 0;
  const towns = counts.map((one, i) => {
    const places = i === 0 ? Math.max(one - excess, 1) : one;
    words += places;
    return madeUpTown(chance, words - places, places);
  });
  const areas = { places: AREAS, profile: madeUpProfile(chance) };
  return {
    towns: [...towns, openCountry(chance, words, openCount), areas],
    lots: new Lots([...weights.map((weight) => (weight / total) * 0.95), 0.02, 0.03]),
  };
}
