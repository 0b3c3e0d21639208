import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as TopologyMultiPolygon,
  Polygon as TopologyPolygon,
  Topology,
} from 'topojson-specification';
import { unwrapGeometry } from '../../core/place/unwrap.ts';
import { linesOutsideRegion, touchesRegion } from './clip.ts';
import type { Lakes, Rivers } from './waters.ts';
import { mapFeature, type MapFeature } from './write-features.ts';

const decimals = 2;

/** Square degrees: a triangle of a pixel or so at zoom 4. */
const smallestTriangle = 0.01;
const smallestIsland = 0.03;
const leastRiverWeight = 0.5;
const highestLakeRank = 1;

type Countries = Topology<{ countries: GeometryCollection }>;

export function worldFeatures(countriesJson: string, lakes: Lakes, rivers: Rivers): MapFeature[] {
  const weighted = presimplify(JSON.parse(countriesJson) as Countries);
  const thinned = simplify(weighted, smallestTriangle);
  const world = filter(thinned, filterWeight(thinned, smallestIsland)) as Countries;
  const { countries } = world.objects;
  const polygons = countries.geometries.filter(
    (geometry): geometry is TopologyPolygon | TopologyMultiPolygon =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
  const borders = mesh(world, countries, (a, b) => a !== b);
  const largeLakes = lakes.features.filter(
    ({ geometry, properties }) =>
      properties.scalerank <= highestLakeRank && !touchesRegion(geometry),
  );
  const largeRivers = rivers.features.filter(
    ({ geometry, properties }) =>
      properties.strokeweig >= leastRiverWeight && !touchesRegion(geometry),
  );
  return [
    // Land across the antimeridian is joined there, not by a strip around the world.
    mapFeature({ kind: 'land' }, unwrapGeometry(merge(world, polygons)), decimals),
    ...thinnedAlone(largeLakes).map((geometry) => mapFeature({ kind: 'lake' }, geometry, decimals)),
    ...thinnedAlone(largeRivers).map((geometry) =>
      mapFeature({ kind: 'river' }, geometry, decimals),
    ),
    mapFeature({ kind: 'border' }, linesOutsideRegion(borders), decimals),
  ];
}

function thinnedAlone(features: Feature[]): Geometry[] {
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  const joined = topology({ waters: collection }) as Topology<{ waters: GeometryCollection }>;
  const thinned = simplify(presimplify(joined), smallestTriangle);
  return feature(thinned, thinned.objects.waters).features.map(({ geometry }) => geometry);
}
