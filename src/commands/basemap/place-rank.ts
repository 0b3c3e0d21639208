import type { Rank } from './place-names/place-name.ts';
import type { GeoName } from './read-geonames.ts';

/** Their chief towns are no national capitals, though GeoNames marks them so. */
const dependentAreas = new Set(
  (
    'AI AS AW AX BL BM BQ CC CK CW CX FK FO GF GG GI GL GP GS GU HK IM JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX ' +
    'TC TF TK VG VI WF YT'
  ).split(' '),
);

/** 2 for a national capital, 1 for one of a first-level area. */
export function capitalOf({ featureCode, country }: GeoName): 0 | 1 | 2 {
  if (featureCode === 'PPLC') return dependentAreas.has(country) ? 1 : 2;
  return featureCode === 'PPLA' ? 1 : 0;
}

/** People, or 0 where GeoNames does not know or gives the number of a whole district. */
export function populationOf(place: GeoName): number {
  return districtPopulations.has(place.id) ? 0 : place.population;
}

/** Towns and villages that GeoNames gives the population of the area around them. */
const districtPopulations = new Set(
  (
    '2422488 195272 12165956 1802875 1262111 1723510 1978681 1931681 101760 12501153 363807 10630176 14256 1701500 1701472 ' +
    '1687687 1706684 1882316 4295940 4300488 1771023 1261809 1259239 1787323 2244799 3487903 1185107 3658192 1860704 ' +
    '1261162 1642548 23814'
  ).split(' '),
);

/** How early a place is named compared with others. */
export function scoreOf(place: GeoName): number {
  const people = populationOf(place) + 200;
  const capital = capitalOf(place);
  if (capital === 2) return Math.max(people * 4, 260_000);
  return capital === 1 ? Math.max(people * 1.6, 7_000) : people;
}

/** New Delhi and the Vatican are inside other capitals. */
const innerCapitals = new Set(['1261481', '6691831']);

/** National capitals are not left out for a larger city close to them. */
export function latestZoom(place: GeoName): number | undefined {
  if (capitalOf(place) !== 2 || innerCapitals.has(place.id)) return undefined;
  return populationOf(place) >= 1_000_000 ? 4 : 6;
}

const fewestOfRank: readonly (readonly [Rank, number])[] = [
  [1, 1_000_000],
  [2, 300_000],
  [3, 80_000],
  [4, 20_000],
  [5, 5_000],
];

/** As in the lists of the region: what a reader takes the place's importance to be, from 1 to 6. */
export function rankOf(place: GeoName): Rank {
  const people = populationOf(place);
  const byPeople = fewestOfRank.find(([, fewest]) => people >= fewest)?.[0] ?? 6;
  const capital = capitalOf(place);
  if (capital === 2) return people >= 500_000 ? 1 : 2;
  return capital === 1 && byPeople > 2 ? ((byPeople - 1) as Rank) : byPeople;
}
