import type { LabelledEdge } from './edge-sides.ts';

export interface VertexLine {
  readonly between: string;
  readonly dispute: string | undefined;
  readonly vertices: readonly number[];
}

/** Joins edges of one label to lines, which end wherever lines meet. */
export function joinEdges(edges: readonly LabelledEdge[]): VertexLine[] {
  const degrees = new Map<number, number>();
  const groups = new Map<string, LabelledEdge[]>();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    const key = `${edge.between} ${edge.dispute ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => joinGroup(group, degrees));
}

function joinGroup(group: readonly LabelledEdge[], degrees: ReadonlyMap<number, number>) {
  const lines: VertexLine[] = [];
  const edgesAt = new Map<number, LabelledEdge[]>();
  for (const edge of group) {
    for (const end of [edge.from, edge.to]) {
      const known = edgesAt.get(end);
      if (known) known.push(edge);
      else edgesAt.set(end, [edge]);
    }
  }
  const used = new Set<LabelledEdge>();
  const isEnd = (vertex: number): boolean =>
    degrees.get(vertex) !== 2 || edgesAt.get(vertex)?.length !== 2;
  const walk = (start: number, first: LabelledEdge): void => {
    const vertices = [start];
    let edge: LabelledEdge | undefined = first;
    let vertex = start;
    while (edge) {
      used.add(edge);
      vertex = edge.from === vertex ? edge.to : edge.from;
      vertices.push(vertex);
      edge = isEnd(vertex) ? undefined : edgesAt.get(vertex)?.find((other) => !used.has(other));
    }
    lines.push({ between: first.between, dispute: first.dispute, vertices });
  };
  for (const [vertex, around] of edgesAt) {
    if (!isEnd(vertex)) continue;
    for (const edge of around) if (!used.has(edge)) walk(vertex, edge);
  }
  // What is left are closed rings.
  for (const edge of group) if (!used.has(edge)) walk(edge.from, edge);
  return lines;
}
