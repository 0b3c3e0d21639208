type Point = { readonly x: number; readonly y: number };

/** Lines through positions on the map, as the data of an SVG path. */
export const linePath = (
  positions: readonly (readonly number[])[],
  project: (position: readonly number[]) => Point,
): string =>
  `M${positions
    .map(project)
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join('L')}`;

/** The rings of a polygon as the data of an SVG path. */
export const ringsPath = (
  rings: readonly (readonly (readonly number[])[])[],
  project: (position: readonly number[]) => Point,
): string => rings.map((ring) => `${linePath(ring, project)}Z`).join('');
