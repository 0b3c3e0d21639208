import type { AreaShape } from '../core/filters/area-shape.ts';
import { MAX_CORNERS } from '../core/filters/area-text.ts';
import {
  angleBetween,
  bearingTo,
  destinationsFrom,
  EARTH_METERS,
} from '../core/place/great-circle.ts';
import { wrapLongitude } from '../core/place/longitude.ts';
import { roundKm, shapeOf, type Corner } from './draft-shape.ts';

/**
 * A drawn area as it is changed. Longitudes go on beyond 180, and the two corners of a rectangle are any that lie
 * opposite each other, so that each may be moved over the other, the antimeridian or a pole of the map.
 */
export type EditedArea =
  | { readonly kind: 'box'; readonly corners: readonly [Corner, Corner] }
  | {
      readonly kind: 'circle';
      readonly middle: Corner;
      readonly radiusKm: number;
      /** Of its edge, where the radius is changed. */
      readonly bearing: number;
    }
  | { readonly kind: 'polygon'; readonly corners: readonly Corner[] };

/** What is moved. `between`: the middle of the edge after a corner of a polygon, which becomes a corner. */
export type AreaHandle = {
  readonly kind: 'corner' | 'middle' | 'edge' | 'between';
  readonly at: number;
  readonly position: Corner;
};

const EAST = Math.PI / 2;

/** Undefined: the shape is a name. */
export function editedAreaOf(shape: AreaShape): EditedArea | undefined {
  switch (shape.kind) {
    case 'box': {
      const { west, south, east, north } = shape;
      const end = east < west ? east + 360 : east;
      return {
        kind: 'box',
        corners: [
          [west, south],
          [end, north],
        ],
      };
    }
    case 'circle': {
      const { lon, lat, radiusKm } = shape;
      return { kind: 'circle', middle: [lon, lat], radiusKm, bearing: EAST };
    }
    case 'polygon':
      return { kind: 'polygon', corners: shape.corners };
    case 'place':
    case 'named':
      return undefined;
  }
}

/** Undefined: what is left is a line or a point. */
export function shapeOfEdited(area: EditedArea): AreaShape | undefined {
  if (area.kind !== 'circle') return shapeOf(area.kind, area.corners);
  const [lon, lat] = area.middle;
  return { kind: 'circle', lon: wrapLongitude(lon), lat, radiusKm: area.radiusKm };
}

/** All that can be moved, around the area. */
export function handlesOf(area: EditedArea): readonly AreaHandle[] {
  switch (area.kind) {
    case 'box': {
      const [[aLon, aLat], [bLon, bLat]] = area.corners;
      const around: readonly Corner[] = [
        [aLon, aLat],
        [bLon, aLat],
        [bLon, bLat],
        [aLon, bLat],
      ];
      return around.map((position, at) => ({ kind: 'corner', at, position }));
    }
    case 'circle': {
      const [lon, lat] = area.middle;
      const edge = destinationsFrom(lon, lat, (area.radiusKm * 1000) / EARTH_METERS)(area.bearing);
      return [
        { kind: 'middle', at: 0, position: area.middle },
        { kind: 'edge', at: 0, position: edge },
      ];
    }
    case 'polygon': {
      const { corners } = area;
      return corners.flatMap((position, at): readonly AreaHandle[] => {
        const [lon, lat] = corners[(at + 1) % corners.length] ?? position;
        const middle: Corner = [(position[0] + lon) / 2, (position[1] + lat) / 2];
        return [
          { kind: 'corner', at, position },
          { kind: 'between', at, position: middle },
        ];
      });
    }
  }
}

/** The area with one of its handles elsewhere. */
export function withHandleAt(area: EditedArea, handle: AreaHandle, to: Corner): EditedArea {
  const { kind, at } = handle;
  switch (area.kind) {
    case 'box': {
      const [[aLon, aLat], [bLon, bLat]] = area.corners;
      const [isFirstLon, isFirstLat] = [at === 0 || at === 3, at < 2];
      return {
        kind: 'box',
        corners: [
          [isFirstLon ? to[0] : aLon, isFirstLat ? to[1] : aLat],
          [isFirstLon ? bLon : to[0], isFirstLat ? bLat : to[1]],
        ],
      };
    }
    case 'circle': {
      if (kind === 'middle') return { ...area, middle: to };
      const km = (angleBetween(...area.middle, ...to) * EARTH_METERS) / 1000;
      return { ...area, radiusKm: roundKm(km), bearing: bearingTo(...area.middle, ...to) };
    }
    case 'polygon': {
      const corners =
        kind === 'between'
          ? area.corners.toSpliced(at + 1, 0, to)
          : area.corners.map((corner, number) => (number === at ? to : corner));
      return { ...area, corners };
    }
  }
}

export const canAddCorner = (area: EditedArea): boolean =>
  area.kind === 'polygon' && area.corners.length < MAX_CORNERS;

/** Undefined: a polygon has no fewer corners, and no other shape has any to spare. */
export const withoutCornerAt = (area: EditedArea, at: number): EditedArea | undefined =>
  area.kind === 'polygon' && area.corners.length > 3
    ? { ...area, corners: area.corners.toSpliced(at, 1) }
    : undefined;
