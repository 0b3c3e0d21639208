import type { Position } from 'geojson';
import type { Country } from './countries.ts';

/** A segment between two vertices of countries, with the countries that have it as an edge, by the side they are on. */
export interface BorderEdge {
  readonly from: number;
  readonly to: number;
  readonly left: Set<string>;
  readonly right: Set<string>;
}

export interface BorderEdges {
  readonly vertices: readonly Position[];
  readonly edges: readonly BorderEdge[];
}

/** Factor of a key for two vertex numbers. */
const manyVertices = 2 ** 26;

/** Neighbours mostly have the same vertices along their border, so an edge that two of them have is a border. */
export function borderEdges(countries: readonly Country[]): BorderEdges {
  const vertices: Position[] = [];
  const numbers = new Map<string, number>();
  const edges = new Map<number, BorderEdge>();
  const numberOf = (position: Position): number => {
    const key = `${position[0]?.toFixed(7) ?? ''} ${position[1]?.toFixed(7) ?? ''}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, vertices.length);
    return vertices.push(position) - 1;
  };
  for (const { code, rings } of countries) {
    for (const ring of rings) {
      let before: number | undefined;
      for (const position of ring) {
        const vertex = numberOf(position);
        if (before !== undefined && before !== vertex) {
          const from = Math.min(before, vertex);
          const to = Math.max(before, vertex);
          const key = from * manyVertices + to;
          const edge = edges.get(key) ?? { from, to, left: new Set(), right: new Set() };
          edges.set(key, edge);
          (before === from ? edge.left : edge.right).add(code);
        }
        before = vertex;
      }
    }
  }
  return { vertices, edges: [...edges.values()] };
}
