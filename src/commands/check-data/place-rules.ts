import isInside from '@turf/boolean-point-in-polygon';
import distanceTo from '@turf/point-to-polygon-distance';
import type { Incident } from '../../core/incident/incident.ts';
import type { NamedArea } from '../../core/place/named-area.ts';
import { shown, type FieldFault } from '../../formats/geojson/check-shape.ts';
import type { Readable } from '../../formats/geojson/readable-record.ts';

/** Outlines are drawn for a map: points of a border town may fall a little outside. */
const toleranceKilometers = 5;

type ReadablePlace = NonNullable<Readable<Incident>['place']>;

/** No coordinate is finer than two decimals of a degree, about 1 km. */
export function decimalFaults(place: ReadablePlace): readonly FieldFault[] {
  return (['lat', 'lon'] as const).flatMap((name) => {
    const degrees = place[name];
    if (degrees === undefined || Math.round(degrees * 100) / 100 === degrees) return [];
    return [
      {
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

/** The governorate is one that the base map knows, and the point lies in it or within 5 km of it. */
export function governorateFaults(
  place: ReadablePlace,
  areas: readonly NamedArea[],
): readonly FieldFault[] {
  const { governorate, lat, lon } = place;
  if (governorate === undefined || governorate === null) return [];
  const governorates = areas.filter((area) => area.kind === 'governorate');
  const area = areaNamed(governorates, governorate);
  if (!area)
    return [
      {
        field: 'place.governorate',
        problem: `${shown(governorate)} is not a known governorate`,
        expected: namesOf(governorates),
      },
    ];
  if (lat === undefined || lon === undefined || isInside([lon, lat], area.shape)) return [];
  const kilometers = distanceTo([lon, lat], area.shape, { units: 'kilometers' });
  if (kilometers <= toleranceKilometers) return [];
  return [
    {
      field: 'place',
      problem: `lat ${lat}, lon ${lon} lies ${Math.round(kilometers)} km outside ${governorate}`,
      expected: `a point in ${governorate} or at most ${toleranceKilometers} km from it`,
    },
  ];
}

/** A record that stands for an area names one that the map can draw. */
export function areaFaults(
  place: ReadablePlace,
  areas: readonly NamedArea[],
): readonly FieldFault[] {
  const { precision, governorate, name } = place;
  if (precision === 'governorate' && governorate === null)
    return [
      {
        field: 'place.governorate',
        problem: 'is null, though the precision is governorate',
        expected: 'the governorate that the record stands for',
      },
    ];
  if (precision !== 'region' || name === undefined || areaNamed(areas, name)) return [];
  const problem = `${shown(name)} is not a known area, though the precision is region`;
  return [{ field: 'place.name', problem, expected: namesOf(areas) }];
}
