import { distance } from '@turf/turf';
import { boxHolds, closeBox } from './region-boxes.ts';
import { kurdishFirst, placeNames, secondPoints } from './place-names.ts';
import type { PlaceName, Rank } from './place-names/place-name.ts';
import type { GeoName } from './read-geonames.ts';
import { spellingsOf, type Spellings } from './spellings.ts';

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

/** A place with all that the map says of it. */
export interface NamedPlace {
  readonly place: GeoName;
  readonly name: string;
  /** Two letters; nothing where naming a country would take a side. */
  readonly country?: string;
  /** In the script, or by the spelling, of where it is. */
  readonly local?: string;
  readonly spellings?: Spellings;
  readonly rank: Rank;
  readonly minZoom: number;
}

export interface RegionPlaces {
  /** Those of the home view: the cities and towns that the lists give a rank. */
  readonly home: readonly NamedPlace[];
  /** Smaller towns around the Kurdistan Region. */
  readonly closer: readonly NamedPlace[];
}

/** Iraq and its neighbours, where names, ranks and zooms are set by hand. */
export function regionPlaces(geoNames: readonly GeoName[]): RegionPlaces {
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
    home: home.map(namedPlace),
    closer: kept.slice(home.length).map(namedPlace),
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

function namedPlace(place: GeoName): NamedPlace {
  const named = placeNames[place.id];
  const spellings = { ...spellingsOf(place), ...(named ? listedSpellings(named) : {}) };
  const local = ownSpelling(place, spellings);
  return {
    place,
    name: named?.name ?? plainLatin(place),
    country: place.country,
    ...(local ? { local } : {}),
    spellings,
    rank: rankOf(place),
    minZoom: minzoomOf(place),
  };
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
