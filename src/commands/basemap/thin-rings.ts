import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AreaProperties } from '../../formats/areas/areas-file.ts';

type AreaTopology = Topology<{ areas: GeometryCollection<AreaProperties> }>;
type Ring = readonly number[];

/** Square degrees: islands below it are left out, unless an area has nothing larger. */
const SMALLEST_ISLAND = 2e-3;
/** Square degrees: smaller areas keep all of their points. */
const SMALL_AREA = 0.05;

const arcOf = (arc: number): number => (arc < 0 ? ~arc : arc);

function ringArea({ arcs }: AreaTopology, ring: Ring): number {
  const points = ring.flatMap((arc) => {
    const line = arcs[arcOf(arc)] ?? [];
    return arc < 0 ? line.toReversed() : line;
  });
  let sum = 0;
  points.forEach(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = points[(at + 1) % points.length] ?? [];
    sum += x * nextY - nextX * y;
  });
  return Math.abs(sum / 2);
}

/**
 * Leaves out small islands and keeps all points of small areas, which would lose their shape. `weighed`:
 * each point has its weight as a third number.
 */
export function thinRings(weighed: AreaTopology, least: number): AreaTopology {
  const kept = new Set<number>();
  const geometries = weighed.objects.areas.geometries.map((area) => {
    if (area.type !== 'Polygon' && area.type !== 'MultiPolygon') return area;
    const polygons: number[][][] = area.type === 'Polygon' ? [area.arcs] : area.arcs;
    const sizes = polygons.map(([outer = []]) => ringArea(weighed, outer));
    const largest = Math.max(...sizes);
    const remaining = polygons.filter((_, at) => {
      const size = sizes[at] ?? 0;
      return size === largest || size >= SMALLEST_ISLAND;
    });
    if (largest < SMALL_AREA) for (const arc of remaining.flat(2)) kept.add(arcOf(arc));
    return { ...area, type: 'MultiPolygon' as const, arcs: remaining };
  });
  const arcs = weighed.arcs.map((line, arc) =>
    kept.has(arc)
      ? line.map(([x = 0, y = 0, weight = 0]) => [x, y, Math.max(weight, least)])
      : line,
  );
  return { ...weighed, arcs, objects: { areas: { ...weighed.objects.areas, geometries } } };
}
