import type { BBox, FeatureCollection, MultiLineString, Position } from 'geojson';
import { areasOf, countryCode, linesBetween, type AreaTopology } from './administrative-areas.ts';
import { borderEdges } from './border-edges.ts';
import type { Country } from './countries.ts';
import { disputes } from './disputes.ts';
import type { EarthRing } from './earth.ts';
import { labelEdges } from './edge-sides.ts';
import { joinEdges } from './join-edges.ts';
import { LineEnds } from './line-ends.ts';
import { lineLength } from './line-length.ts';
import { mercatorX, mercatorY, metersPerUnit, projectLine } from './mercator.ts';
import { partsClearOf } from './parts-clear-of.ts';
import { boxHolds } from './region-boxes.ts';
import { SegmentIndex } from './segment-index.ts';
import { splitByLand } from './split-by-land.ts';
import { tieEnds } from './tie-ends.ts';
import { vertexWeights } from './vertex-weights.ts';

export interface BorderLine {
  readonly xy: readonly number[];
  readonly weights: Float32Array;
  readonly between: string;
  readonly dispute: string | undefined;
  readonly maritime: boolean;
}

/** Lines of Natural Earth, each of a named dispute. */
export type DisputedLines = FeatureCollection<MultiLineString, { readonly dispute: string }>;

interface Part extends Omit<BorderLine, 'weights'> {
  readonly cut: readonly [boolean, boolean];
}

/** About 600 m: a border that leaves the land for less is drawn as on land. */
const shortestPart = 2e-5;
/** About 100 km: a border through an inlet from coast to coast, as in the Syvash, is as one on land. */
const widestStrait = 4e-3;
/** Borders of OpenStreetMap end apart where a gap between two countries is as wide; Natural Earth is coarser. */
const reach = 5_000;
const reachOfNaturalEarth = 15_000;
/** Metres: nearer, two lines are one border in two sources. */
const sameBorder = 1_200;
/** The Caspian is a sea here: borders in it are maritime. No other lake is as large in the Mercator square. */
const smallestSea = 2e-4;

export function borderLines(
  countries: readonly Country[],
  disputedLines: DisputedLines,
  joined: AreaTopology,
  earth: readonly EarthRing[],
): BorderLine[] {
  const ground = new SegmentIndex(
    earth.filter(({ depth, area }) => depth === 0 || (depth === 1 && area > smallestSea)),
    true,
  );
  const known = tieLooseEnds(countryParts(countries, ground), ground);
  const claims = claimParts([...claimLines(disputedLines), ...areaLines(joined)], known, ground);
  return [...known, ...tieClaims(claims, known, ground)].map(
    ({ xy, between, dispute, maritime }) => ({
      xy,
      weights: vertexWeights(xy, false),
      between,
      dispute,
      maritime,
    }),
  );
}

function countryParts(countries: readonly Country[], ground: SegmentIndex): Part[] {
  const edges = borderEdges(countries);
  const labelled = labelEdges(countries, edges, (longitude, latitude) =>
    ground.contains(mercatorX(longitude), mercatorY(latitude)),
  );
  return joinEdges(labelled).flatMap(({ vertices, between, dispute }) => {
    const line = vertices.map((vertex): Position => edges.vertices[vertex] ?? []);
    return partsOf(line, between, dispute, ground);
  });
}

const world: BBox = [-180, -90, 180, 90];

interface ClaimLine {
  readonly line: readonly Position[];
  readonly dispute: string;
}

function claimLines({ features }: DisputedLines): ClaimLine[] {
  return features.flatMap(({ geometry, properties: { dispute } }) =>
    geometry.coordinates.map((line) => ({ line, dispute })),
  );
}

/** Edges of areas that Natural Earth keeps apart and OpenStreetMap does not, as Northern Cyprus. */
function areaLines(joined: AreaTopology): ClaimLine[] {
  const areas = areasOf(joined);
  return disputes.flatMap(({ id, areas: pairs = [], areaBox = world }) =>
    pairs.flatMap(([one, other]) => {
      const both = areas.filter((area) => [one, other].includes(countryCode(area)));
      return linesBetween(joined, both, (a, b) => countryCode(a) !== countryCode(b))
        .map((line) => line.filter((position) => boxHolds(areaBox, position)))
        .filter((line) => line.length > 1)
        .map((line) => ({ line, dispute: id }));
    }),
  );
}

/**
 * Natural Earth's lines overrun the coast, so their parts at sea are left out; and where they run along a border of
 * OpenStreetMap, that one is drawn.
 */
function claimParts(
  lines: readonly ClaimLine[],
  known: readonly Part[],
  ground: SegmentIndex,
): Part[] {
  const borders = new SegmentIndex(known, false);
  return lines
    .flatMap(({ line, dispute }) => partsOf(line, 'claim', dispute, ground))
    .filter(({ maritime }) => !maritime)
    .flatMap((part) => {
      const clear = partsClearOf(borders, part.xy, sameBorder);
      return clear.map((xy, index): Part => {
        const isFirst = index === 0 && xy[0] === part.xy[0] && xy[1] === part.xy[1];
        const isLast = index === clear.length - 1 && xy.at(-1) === part.xy.at(-1);
        return { ...part, xy, cut: [isFirst && part.cut[0], isLast && part.cut[1]] };
      });
    });
}

function partsOf(
  line: readonly Position[],
  between: string,
  dispute: string | undefined,
  ground: SegmentIndex,
): Part[] {
  return splitByLand(projectLine(line), ground, shortestPart).map(
    ({ xy, onLand, cutAtStart, cutAtEnd }) => ({
      xy,
      between,
      dispute,
      maritime: !onLand && !(cutAtStart && cutAtEnd && spanOf(xy) < widestStrait),
      cut: [cutAtStart, cutAtEnd],
    }),
  );
}

function spanOf(xy: readonly number[]): number {
  const [ax = NaN, ay = NaN] = xy;
  const [bx = NaN, by = NaN] = xy.slice(-2);
  return Math.hypot(bx - ax, by - ay);
}

/** The outline of an enclave, but for a gap. */
function isNearlyRing(xy: readonly number[]): boolean {
  const gap = spanOf(xy);
  return gap * metersPerUnit(xy[1] ?? NaN) < reach && gap * 8 < lineLength(xy);
}

function tieLooseEnds(parts: readonly Part[], ground: SegmentIndex): Part[] {
  const ends = new LineEnds(parts.map(({ xy }) => xy));
  const segments = new SegmentIndex(parts, false);
  return parts.map((part, index) => {
    if (part.maritime) return part;
    const isWanted = (owner: number): boolean => owner !== index && !parts[owner]?.maritime;
    const loose = looseEnds(part, ends);
    if (loose[0] && loose[1] && isNearlyRing(part.xy)) {
      return { ...part, xy: [...part.xy, ...part.xy.slice(0, 2)] };
    }
    const anchors = [{ segments, isWanted }, { segments: ground }];
    return { ...part, xy: tieEnds(part.xy, anchors, reach, loose) };
  });
}

function tieClaims(claims: readonly Part[], known: readonly Part[], ground: SegmentIndex): Part[] {
  const ends = new LineEnds(claims.map(({ xy }) => xy));
  const borders = new SegmentIndex(
    known.filter(({ maritime }) => !maritime),
    false,
  );
  const others = new SegmentIndex(claims, false);
  return claims.map((claim, index) => ({
    ...claim,
    xy: tieEnds(
      claim.xy,
      [
        { segments: borders },
        { segments: others, isWanted: (owner) => owner !== index },
        { segments: ground },
      ],
      reachOfNaturalEarth,
      looseEnds(claim, ends),
    ),
  }));
}

function looseEnds({ xy, cut }: Part, ends: LineEnds): [boolean, boolean] {
  const [start, end] = ends.loose(xy);
  return [start && !cut[0], end && !cut[1]];
}
