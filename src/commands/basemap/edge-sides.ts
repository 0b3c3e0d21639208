import type { Position } from 'geojson';
import type { BorderEdge, BorderEdges } from './border-edges.ts';
import { CountryCover, type Country } from './countries.ts';
import { disputeOfPair, disputeWithNobody, isInDispute } from './disputes.ts';
import type { Pair } from './disputes/dispute.ts';
import { SegmentIndex } from './segment-index.ts';

export interface LabelledEdge {
  readonly from: number;
  readonly to: number;
  /** The countries on both sides; edges of one label make one line. */
  readonly between: string;
  readonly dispute: string | undefined;
}

/** Countries that were simplified apart have gaps and overlaps between them, up to the last distance, in metres. */
const gaps = [60, 250, 1000, 3000, 4000];
/** At sea a wide gap is no border: zones of 12 miles end near one another. */
const widestGapAtSea = 250;
const metersPerDegree = 111_195;

/** British bases on Cyprus, which the source leaves out of every country. */
const basesOnCyprus = ['CYP', 32.5, 34.4, 34, 35.2] as const;

/** Says of each edge which countries it separates. What separates none, as the outer limit of a sea zone, is left out. */
export function labelEdges(
  countries: readonly Country[],
  { vertices, edges }: BorderEdges,
  isLand: (longitude: number, latitude: number) => boolean,
): LabelledEdge[] {
  const cover = new CountryCover(countries);
  const single = new SegmentIndex(
    edges.filter(isSingle).map((edge) => ({ xy: endsOf(edge, vertices).flat() })),
    false,
  );
  const owners = edges.filter(isSingle).map(({ left, right }) => new Set([...left, ...right]));
  return edges.flatMap((edge) => {
    const sides = sidesOf(edge);
    if (!sides) return [];
    const [longitude, latitude] = middleOf(edge, vertices);
    return [labelled(edge, sides, longitude, latitude)];
  });

  function sidesOf(edge: BorderEdge): readonly [string[], string[]] | undefined {
    if (!isSingle(edge)) return apart(edge.left, edge.right) ?? claim(edge, edge.left, edge.right);
    const [longitude, latitude] = middleOf(edge, vertices);
    const own = edge.left.size > 0 ? edge.left : edge.right;
    if ([...own].some((code) => isInDispute(code, longitude, latitude))) {
      const claimed = claim(edge, ...coverBeside(edge, gaps[0] ?? 0));
      if (claimed) return claimed;
    }
    for (const gap of gaps) {
      if (!hasOtherWithin(gap, own, longitude, latitude)) continue;
      if (gap > widestGapAtSea && !isLand(longitude, latitude)) break;
      const [left, right] = coverBeside(edge, gap);
      const sides = apart(left, right);
      if (sides && crosses(sides, own)) return isFirst(sides, own) ? sides : undefined;
    }
    return withNobody(own, longitude, latitude);
  }

  function hasOtherWithin(
    gap: number,
    own: ReadonlySet<string>,
    longitude: number,
    latitude: number,
  ): boolean {
    const reach = gap / metersPerDegree / Math.cos((latitude * Math.PI) / 180);
    const isOther = (owner: number): boolean =>
      [...(owners[owner] ?? [])].some((code) => !own.has(code));
    return single.hasWithin(longitude, latitude, reach, isOther);
  }

  function coverBeside(edge: BorderEdge, gap: number): [Set<string>, Set<string>] {
    const [[ax = NaN, ay = NaN], [bx = NaN, by = NaN]] = endsOf(edge, vertices);
    const shrink = Math.cos((((ay + by) / 2) * Math.PI) / 180);
    const dx = (bx - ax) * shrink;
    const dy = by - ay;
    const scale = gap / metersPerDegree / Math.hypot(dx, dy);
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
    const [right, up] = [(-dy * scale) / shrink, dx * scale];
    return [cover.at(x + right, y + up), cover.at(x - right, y - up)];
  }

  /** An edge inside another country: only where two are known to claim the same land. Elsewhere it is a fault. */
  function claim(
    edge: BorderEdge,
    left: ReadonlySet<string>,
    right: ReadonlySet<string>,
  ): readonly [string[], string[]] | undefined {
    const [longitude, latitude] = middleOf(edge, vertices);
    const both = [...left].filter((code) => right.has(code));
    const one = [...left, ...right].filter((code) => !both.includes(code));
    const isKnown = both.some((a) =>
      one.some((b) => disputeOfPair([a, b], longitude, latitude) !== undefined),
    );
    return isKnown ? [one, both] : undefined;
  }

  function withNobody(
    own: ReadonlySet<string>,
    longitude: number,
    latitude: number,
  ): readonly [string[], string[]] | undefined {
    const [country, west, south, east, north] = basesOnCyprus;
    const isNearBase = longitude > west && longitude < east && latitude > south && latitude < north;
    if (own.has(country) && isNearBase && isLand(longitude, latitude)) return [[country], ['GBR']];
    const isKnown = [...own].some((code) => disputeWithNobody(code, longitude, latitude));
    return isKnown && isLand(longitude, latitude) ? [[...own], []] : undefined;
  }
}

function labelled(
  { from, to }: BorderEdge,
  [one, other]: readonly [string[], string[]],
  longitude: number,
  latitude: number,
): LabelledEdge {
  const pairs = one.flatMap((a) => other.map((b): Pair => [a, b]));
  const dispute = pairs
    .map((pair) => disputeOfPair(pair, longitude, latitude))
    .find((id) => id !== undefined);
  const nobody = other.length === 0 ? one : [];
  return {
    from,
    to,
    between: [one.join('+'), other.join('+')].sort().join('-'),
    dispute:
      dispute ??
      nobody
        .map((code) => disputeWithNobody(code, longitude, latitude))
        .find((id) => id !== undefined),
  };
}

function isSingle({ left, right }: BorderEdge): boolean {
  return left.size === 0 || right.size === 0;
}

/** The countries on either side, if none is on both. */
function apart(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): readonly [string[], string[]] | undefined {
  if (left.size === 0 || right.size === 0) return undefined;
  if ([...left].some((code) => right.has(code))) return undefined;
  return [[...left].sort(), [...right].sort()];
}

function crosses(sides: readonly [string[], string[]], own: ReadonlySet<string>): boolean {
  return sides.some((side) => side.some((code) => own.has(code)));
}

/** Of two edges on either side of a gap, that of the country first in the alphabet is drawn. */
function isFirst(sides: readonly [string[], string[]], own: ReadonlySet<string>): boolean {
  const [first] = sides.flat().sort();
  return first !== undefined && own.has(first);
}

function endsOf({ from, to }: BorderEdge, vertices: readonly Position[]): [Position, Position] {
  return [vertices[from] ?? [], vertices[to] ?? []];
}

function middleOf(edge: BorderEdge, vertices: readonly Position[]): [number, number] {
  const [[ax = NaN, ay = NaN], [bx = NaN, by = NaN]] = endsOf(edge, vertices);
  return [(ax + bx) / 2, (ay + by) / 2];
}
