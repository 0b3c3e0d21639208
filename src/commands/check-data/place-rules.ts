import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import { type Incident } from '../../core/records/incident.ts';
import { isArea } from '../../core/place/place.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { Finding } from './check-fault.ts';

/** Tolerance for simplified outlines: the point of a border town may lie slightly outside. */
const toleranceKilometers = 5;

type ReadablePlace = NonNullable<Readable<Incident>['place']>;

/** No coordinate is finer than two decimals of a degree, about 1 km. */
export function decimalFindings(place: ReadablePlace): readonly Finding[] {
  return (['lat', 'lon'] as const).flatMap((name) => {
    const degrees = place[name];
    if (degrees === undefined || Math.round(degrees * 100) / 100 === degrees) return [];
    return [
      {
        rule: 'decimals',
        field: `place.${name}`,
        problem: `${degrees} has more than two decimals`,
        expected: `${degrees.toFixed(2)}, about 1 km, or coarser`,
      },
    ];
  });
}

const areaNamed = (areas: readonly NamedArea[], name: string): NamedArea | undefined =>
  areas.find((area) => area.name === name || area.also.includes(name));

const namesOf = (areas: readonly NamedArea[]): string =>
  `one of ${areas.flatMap((area) => [area.name, ...area.also]).join(', ')}`;

type Point = { readonly lat: number; readonly lon: number };

const kilometersFrom = ({ lat, lon }: Point, area: NamedArea): number =>
  booleanPointInPolygon([lon, lat], area.shape)
    ? 0
    : Math.max(pointToPolygonDistance([lon, lat], area.shape, { units: 'kilometers' }), 0);

const isIn = (point: Point, area: NamedArea): boolean =>
  kilometersFrom(point, area) <= toleranceKilometers;

function outsideFindings(point: Point, area: NamedArea, name: string): readonly Finding[] {
  const kilometers = kilometersFrom(point, area);
  if (kilometers <= toleranceKilometers) return [];
  const { lat, lon } = point;
  const isSwapped = Math.abs(lon) <= 90 && isIn({ lat: lon, lon: lat }, area);
  const where = `a point in ${name} or at most ${toleranceKilometers} km from it`;
  return [
    {
      rule: 'outside-area',
      field: 'place',
      problem: `lat ${lat}, lon ${lon} lies ${Math.round(kilometers)} km outside ${name}`,
      expected: isSwapped ? `lat ${lon}, lon ${lat}: they are swapped` : where,
    },
  ];
}

/** A point inside a governorate names it. A point in none of them may have latitude and longitude swapped. */
function noGovernorateFindings(
  { lat, lon, precision }: ReadablePlace,
  governorates: readonly NamedArea[],
): readonly Finding[] {
  if (lat === undefined || lon === undefined || precision === undefined || isArea(precision))
    return [];
  const holder = governorates.find((area) => booleanPointInPolygon([lon, lat], area.shape));
  if (holder)
    return [
      {
        rule: 'governorate-missing',
        field: 'place.governorate',
        problem: `is null, though the point lies in ${holder.name}`,
        expected: shown(holder.name),
        reason: 'the governorate may not be known',
      },
    ];
  const isSwapped =
    Math.abs(lon) <= 90 &&
    governorates.some((area) => booleanPointInPolygon([lat, lon], area.shape));
  if (!isSwapped && (lat !== 0 || lon !== 0)) return [];
  return [
    {
      rule: 'outside-area',
      field: 'place',
      problem: `lat ${lat}, lon ${lon} lies in none of the known areas`,
      expected: isSwapped ? `lat ${lon}, lon ${lat}: they are swapped` : 'the point of the place',
    },
  ];
}

/** The governorate is one that the base map knows, and the point lies in it or within 5 km of it. */
export function governorateFindings(
  place: ReadablePlace,
  areas: readonly NamedArea[],
): readonly Finding[] {
  const { governorate, lat, lon } = place;
  const governorates = areas.filter((area) => area.kind === 'governorate');
  if (governorate === undefined) return [];
  if (governorate === null) return noGovernorateFindings(place, governorates);
  const area = areaNamed(governorates, governorate);
  if (!area)
    return [
      {
        rule: 'governorate',
        field: 'place.governorate',
        problem: `${shown(governorate)} is not a known governorate`,
        expected: namesOf(governorates),
      },
    ];
  return lat === undefined || lon === undefined
    ? []
    : outsideFindings({ lat, lon }, area, governorate);
}

/** A record of an area names one that the map can draw, and its point lies in it. */
export function areaFindings(
  place: ReadablePlace,
  areas: readonly NamedArea[],
): readonly Finding[] {
  const { precision, governorate, name, lat, lon } = place;
  if (precision === 'governorate' && governorate === null)
    return [
      {
        rule: 'area',
        field: 'place.governorate',
        problem: 'is null, though the precision is governorate',
        expected: 'the governorate that the record is about',
      },
    ];
  if (precision !== 'region' || name === undefined) return [];
  const area = areaNamed(areas, name);
  if (!area) {
    const problem = `${shown(name)} is not a known area, though the precision is region`;
    return [{ rule: 'area', field: 'place.name', problem, expected: namesOf(areas) }];
  }
  if (lat === undefined || lon === undefined || governorate) return [];
  return outsideFindings({ lat, lon }, area, name);
}

/** An inferred place gives the reason. */
export function basisFindings({ basis, note }: ReadablePlace): readonly Finding[] {
  if (basis !== 'inferred' || note !== null) return [];
  return [
    {
      rule: 'inferred-without-reason',
      field: 'place.note',
      problem: 'is null, though the basis is inferred',
      expected: 'why the place is inferred',
    },
  ];
}

/** A site with the name of its governorate is more likely the town or the whole governorate. */
export function precisionFindings(
  { precision, name }: ReadablePlace,
  areas: readonly NamedArea[],
): readonly Finding[] {
  if (precision !== 'site' || name === undefined || !areaNamed(areas, name)) return [];
  return [
    {
      rule: 'precision',
      field: 'place.precision',
      problem: `is site, though ${shown(name)} is the name of an area`,
      expected: 'town, governorate or region, or the name of the site',
      reason: 'a site may have the name of its area',
    },
  ];
}
