import type { AreaShape } from '../../core/filters/area-shape.ts';

/** A number of a shape, by where it is in it. */
type NumberField = {
  readonly key: string;
  readonly label: 'radius' | 'lat' | 'lon' | 'west' | 'south' | 'east' | 'north';
  readonly value: number;
};
/** The numbers of a corner of a polygon, from 1; 0: of the whole shape. */
export type NumberGroup = { readonly corner: number; readonly fields: readonly NumberField[] };

const field = (label: NumberField['label'], value: number, key: string = label): NumberField => ({
  key,
  label,
  value,
});

/** All numbers of a shape, in the order in which they are read; none where it is a name. */
export function numberFieldsOf(shape: AreaShape): readonly NumberGroup[] {
  switch (shape.kind) {
    case 'box': {
      const { south, west, north, east } = shape;
      const fields = [
        field('south', south),
        field('west', west),
        field('north', north),
        field('east', east),
      ];
      return [{ corner: 0, fields }];
    }
    case 'circle': {
      const { radiusKm, lat, lon } = shape;
      const fields = [field('radius', radiusKm, 'radiusKm'), field('lat', lat), field('lon', lon)];
      return [{ corner: 0, fields }];
    }
    case 'polygon':
      return shape.corners.map(([lon, lat], at) => ({
        corner: at + 1,
        fields: [field('lat', lat, `${at} 1`), field('lon', lon, `${at} 0`)],
      }));
    case 'place':
    case 'named':
      return [];
  }
}

/** The shape with another number; undefined where none was typed. */
export function withNumber(shape: AreaShape, key: string, value: number): AreaShape | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (shape.kind !== 'polygon') return { ...shape, [key]: value };
  const [at, part] = key.split(' ').map(Number);
  const corners = shape.corners.map(([lon, lat], corner): readonly [number, number] => {
    if (corner !== at) return [lon, lat];
    return part === 0 ? [value, lat] : [lon, value];
  });
  return { ...shape, corners };
}

export const withoutCorner = (shape: AreaShape, at: number): AreaShape =>
  shape.kind === 'polygon' ? { ...shape, corners: shape.corners.toSpliced(at, 1) } : shape;

/** A corner in the middle of the last edge. */
export function withAddedCorner(shape: AreaShape): AreaShape {
  if (shape.kind !== 'polygon') return shape;
  const [first, last] = [shape.corners[0], shape.corners.at(-1)];
  if (!first || !last) return shape;
  const middle: readonly [number, number] = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
  return { ...shape, corners: [...shape.corners, middle] };
}
