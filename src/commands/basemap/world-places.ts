import { toMercator } from '../../core/place/mercator.ts';
import { boxHolds, closeBox, regionBox } from './region-boxes.ts';
import { latinName } from './latin-name.ts';
import {
  checkListedPlaces,
  countryOf,
  readListedPlaces,
  type ListedPlaces,
} from './listed-places.ts';
import { chooseLocalName } from './local-names/choose-local-name.ts';
import { foldLatin } from './local-names/spells.ts';
import { secondPoints } from './place-names.ts';
import { latestZoom, populationOf, rankOf, scoreOf } from './place-rank.ts';
import { placeZooms, type ZoomCandidate } from './place-zooms.ts';
import type { GeoName } from './read-geonames.ts';
import type { NamedPlace } from './region-places.ts';

/** Sections of a city, and places that are abandoned, historical, destroyed or former capitals without people. */
const notTowns = new Set(['PPLCH', 'PPLH', 'PPLQ', 'PPLW', 'PPLX', 'STLMT']);

/** Estates of Mexican cities, and districts of French ones by number. */
const housingEstate =
  /^(?:Fraccionamiento|Conjunto Habitacional|Unidad Habitacional|CEFERESO) |^(?:Marseille|Lyon|Paris) \d/;

/** Two points of one name within this distance, in the Mercator square, are one place: about 10 km at the equator. */
const samePlace = 2.5e-4;

/** Parts of a city that GeoNames counts as cities: Brooklyn, Queens, Manhattan, the Bronx, Staten Island, Kowloon, Soweto,
 * Iztapalapa, Gustavo A. Madero. They wait until the city itself fills the window. */
const cityParts = new Set([
  '5110302',
  '5133273',
  '5125771',
  '5110266',
  '5139568',
  '1819609',
  '953781',
  '3526683',
  '3514674',
]);
const zoomOfCityParts = 10;

/** All towns of the world but those that the region of our own data set names by hand. */
export function worldPlaces(
  geoNames: readonly GeoName[],
  region: readonly NamedPlace[],
): readonly NamedPlace[] {
  const listed = readListedPlaces();
  checkListedPlaces(listed, geoNames);
  const inRegion = new Set(region.map(({ place }) => place.id));
  const towns = withoutSecondPoints(
    geoNames
      .filter((place) => !inRegion.has(place.id) && isTown(place))
      .flatMap((place) => candidateOf(place, listed))
      .sort((a, b) => b.score - a.score || Number(a.place.id) - Number(b.place.id)),
    region,
  );
  const zooms = placeZooms([...region.map(fixedCandidate), ...towns]);
  return towns.map(({ place, name }, index) => {
    const local = localName(place, listed);
    const country = countryOf(place, listed);
    return {
      place,
      name,
      ...(country ? { country } : {}),
      ...(local ? { local } : {}),
      rank: rankOf(place),
      minZoom: zooms[region.length + index] ?? Infinity,
    };
  });
}

interface Town extends ZoomCandidate {
  readonly place: GeoName;
  readonly name: string;
}

function isTown(place: GeoName): boolean {
  if (notTowns.has(place.featureCode) || secondPoints.has(place.id)) return false;
  if (housingEstate.test(place.name)) return false;
  // Plymouth on Montserrat: still the capital by law, but buried in 1997.
  return place.id !== '3578069';
}

function candidateOf(place: GeoName, listed: ListedPlaces): Town[] {
  const name = listed.get(place.id)?.name ?? latinName(place);
  if (!name) return [];
  const { x, y } = toMercator(place.longitude, place.latitude);
  const latest = latestZoom(place);
  return [
    {
      place,
      name,
      x,
      y,
      score: scoreOf(place),
      earliest: earliestZoom(place),
      ...(latest === undefined ? {} : { latest }),
    },
  ];
}

/** In the region of our own data set, what the lists do not name is not for far views. */
function earliestZoom(place: GeoName): number {
  const position = [place.longitude, place.latitude];
  if (cityParts.has(place.id)) return zoomOfCityParts;
  if (boxHolds(closeBox, position)) return 10;
  if (!boxHolds(regionBox, position)) return 0;
  return populationOf(place) >= 100_000 ? 8 : 9;
}

function fixedCandidate({ place, minZoom }: NamedPlace): ZoomCandidate {
  const { x, y } = toMercator(place.longitude, place.latitude);
  return { x, y, score: 0, earliest: minZoom, fixed: minZoom };
}

/** GeoNames often has a town and its municipality, or two sources of it. */
function withoutSecondPoints(towns: readonly Town[], region: readonly NamedPlace[]): Town[] {
  const byName = new Map<string, Pick<Town, 'x' | 'y'>[]>();
  const isSecond = (name: string, point: Pick<Town, 'x' | 'y'>): boolean => {
    const folded = foldLatin(name);
    const others = byName.get(folded) ?? [];
    if (others.some(({ x, y }) => Math.hypot(x - point.x, y - point.y) < samePlace)) return true;
    byName.set(folded, [...others, point]);
    return false;
  };
  for (const named of region) isSecond(named.name, fixedCandidate(named));
  return towns.filter((town) => !isSecond(town.name, town));
}

function localName(place: GeoName, listed: ListedPlaces): string | undefined {
  const local = listed.get(place.id)?.local;
  return local === undefined ? chooseLocalName(place) : (local ?? undefined);
}
