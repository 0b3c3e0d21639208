import { distance } from '@turf/turf';
import { boxHolds, closeBox } from './clip.ts';
import { labelFeatures } from './labels.ts';
import { kurdishFirst, placeNames, secondPoints } from './place-names.ts';
import type { PlaceName, Rank } from './place-names/place-name.ts';
import type { GeoName } from './read-geonames.ts';
import { spellingsOf, type Spellings } from './spellings.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 3;
const closestKilometers = 6;
const fewestPeople = 1000;

/** Abandoned, historical and former places, and quarters of a city. */
const notTowns = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLX', 'STLMT']);

const minzoomOfRank: Readonly<Record<Rank, number>> = {
  1: 3,
  2: 4.8,
  3: 5.8,
  4: 6.6,
  5: 7.4,
  6: 8.5,
};
const minzoomOfVillages = 9.75;

export interface Places {
  readonly home: readonly MapFeature[];
  readonly closer: readonly MapFeature[];
}

export function placeFeatures(geoNames: readonly GeoName[]): Places {
  const home = namedPlaces(geoNames, true);
  const namedCloser = namedPlaces(geoNames, false).filter(isClose);
  const unnamed = geoNames
    .filter((place) => isClose(place) && !placeNames[place.id] && isTown(place))
    .sort(largestFirst);
  const kept: GeoName[] = [...home, ...namedCloser];
  for (const place of unnamed) {
    const crowded = kept.some((other) => kilometersBetween(place, other) < closestKilometers);
    if (!crowded) kept.push(place);
  }
  return {
    home: [...labelFeatures(), ...home.map(placeFeature)],
    closer: kept.slice(home.length).map(placeFeature),
  };
}

/** Sorts by rank, then the Kurdistan Region first, then by size: of two colliding labels the first is drawn. */
function namedPlaces(geoNames: readonly GeoName[], onHomeView: boolean): GeoName[] {
  const byId = new Map(geoNames.map((place) => [place.id, place]));
  return Object.entries(placeNames)
    .filter(([, { rank }]) => (rank !== undefined) === onHomeView)
    .map(([id, { name }]) => {
      const place = byId.get(id);
      if (!place) throw new Error(`${name} (${id}) is not in the GeoNames file inside the region.`);
      return place;
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || regionFirst(a, b) || largestFirst(a, b));
}

function placeFeature(place: GeoName): MapFeature {
  const named = placeNames[place.id];
  const spellings = { ...spellingsOf(place), ...(named ? listedSpellings(named) : {}) };
  const own = ownSpelling(place, spellings);
  const properties = {
    kind: 'place',
    name: named?.name ?? plainLatin(place),
    ...(own ? { name_local: own } : {}),
    ...spellings,
    rank: rankOf(place),
    minzoom: minzoomOf(place),
    country: place.country,
    ...(place.population > 0 ? { population: place.population } : {}),
  };
  const coordinates = [place.longitude, place.latitude];
  return mapFeature(properties, { type: 'Point', coordinates }, decimals);
}

function listedSpellings({ ar, ku, fa }: PlaceName): Spellings {
  return {
    ...(ar ? { name_ar: ar } : {}),
    ...(ku ? { name_ku: ku } : {}),
    ...(fa ? { name_fa: fa } : {}),
  };
}

function ownSpelling(place: GeoName, spellings: Spellings): string | undefined {
  if (kurdishFirst.has(place.id)) return spellings.name_ku;
  return place.country === 'IR' ? spellings.name_fa : spellings.name_ar;
}

/** Turkish is written in Latin letters and keeps them; elsewhere the marks belong to a transliteration. */
function plainLatin(place: GeoName): string {
  return place.country === 'TR' ? place.name : place.asciiName.replaceAll(/[`'’‘]/g, '');
}

function rankOf(place: GeoName): Rank {
  return placeNames[place.id]?.rank ?? 6;
}

function minzoomOf(place: GeoName): number {
  const isVillage = !placeNames[place.id] && place.population < 5000;
  return isVillage ? minzoomOfVillages : minzoomOfRank[rankOf(place)];
}

function isClose(place: GeoName): boolean {
  return boxHolds(closeBox, [place.longitude, place.latitude]);
}

function isTown(place: GeoName): boolean {
  if (secondPoints.has(place.id) || notTowns.has(place.featureCode)) return false;
  return place.population >= fewestPeople || /^PPLA[12]?$/.test(place.featureCode);
}

function regionFirst(a: GeoName, b: GeoName): number {
  return Number(kurdishFirst.has(b.id)) - Number(kurdishFirst.has(a.id));
}

function largestFirst(a: GeoName, b: GeoName): number {
  return b.population - a.population || Number(a.id) - Number(b.id);
}

function kilometersBetween(a: GeoName, b: GeoName): number {
  return distance([a.longitude, a.latitude], [b.longitude, b.latitude]);
}
