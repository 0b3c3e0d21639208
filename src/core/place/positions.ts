import type { Geometry, Position } from 'geojson';

type Nested = Position | readonly Nested[];

function* positionsIn(nested: Nested): Generator<Position, void, void> {
  const [first] = nested;
  if (typeof first === 'number') yield nested as Position;
  else for (const inside of nested as readonly Nested[]) yield* positionsIn(inside);
}

/** Every position of a geometry, in the order of its coordinates. */
export function* positionsOf(geometry: Geometry): Generator<Position, void, void> {
  if (geometry.type === 'GeometryCollection')
    for (const part of geometry.geometries) yield* positionsOf(part);
  else yield* positionsIn(geometry.coordinates);
}
