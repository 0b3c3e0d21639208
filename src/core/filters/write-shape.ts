import type { AreaShape } from './area-shape.ts';

const written = (degrees: number): string => String(Number(degrees.toFixed(4)) + 0);

/** A shape as a link has it: `circle:44.01,36.19,25`, longitudes first. */
export function writeShape(shape: AreaShape): string {
  switch (shape.kind) {
    case 'box':
      return `box:${[shape.west, shape.south, shape.east, shape.north].map(written).join(',')}`;
    case 'circle':
      return `circle:${[shape.lon, shape.lat, shape.radiusKm].map(written).join(',')}`;
    case 'polygon':
      return `polygon:${shape.corners.flat().map(written).join(',')}`;
    case 'place':
      return `place:${shape.name}`;
    case 'named':
      return `named:${shape.name}`;
  }
}
