import {
  areasOf,
  countryCode,
  linesBetween,
  type Area,
  type AreaTopology,
} from './administrative-areas.ts';
import type { BorderLine } from './border-lines.ts';
import { LineEnds } from './line-ends.ts';
import { projectLine } from './mercator.ts';
import { partsClearOf } from './parts-clear-of.ts';
import { SegmentIndex } from './segment-index.ts';
import { splitByLand } from './split-by-land.ts';
import { tieEnds } from './tie-ends.ts';
import { vertexWeights } from './vertex-weights.ts';

export interface Admin1Line {
  readonly xy: readonly number[];
  readonly weights: Float32Array;
  readonly country: string;
  readonly minZoom: number;
}

/** Natural Earth's own coast and borders are up to some kilometres from those drawn here. */
const reach = 8_000;
const shortestPart = 1e-5;
/** A line of provinces along a disputed line would make it look settled. */
const clearOfDisputes = 1_500;

/** The source counts these with Russia. They are a group of their own, so that no line is drawn to either side. */
const crimea = new Set(['UA-43', 'UA-40']);

export function admin1Lines(
  joined: AreaTopology,
  borders: readonly BorderLine[],
  ground: SegmentIndex,
): Admin1Line[] {
  const onLand = borders.filter(({ maritime }) => !maritime);
  const anchors = [{ segments: new SegmentIndex(onLand, false) }, { segments: ground }];
  const disputed = new SegmentIndex(
    onLand.filter(({ dispute }) => dispute !== undefined),
    false,
  );
  const lines = innerLines(joined).map((line) => ({ ...line, xy: Array.from(line.xy) }));
  const ends = new LineEnds(lines.map(({ xy }) => xy));
  return lines.flatMap(({ xy: whole, country, minZoom }) => {
    const [looseStart, looseEnd] = ends.loose(whole);
    return splitByLand(whole, ground, shortestPart)
      .filter((part) => part.onLand)
      .map(({ xy, cutAtStart, cutAtEnd }) =>
        tieEnds(xy, anchors, reach, [!cutAtStart && looseStart, !cutAtEnd && looseEnd]),
      )
      .flatMap((xy) => partsClearOf(disputed, xy, clearOfDisputes))
      .map((xy) => ({ xy, weights: vertexWeights(xy, false), country, minZoom }));
  });
}

function innerLines(joined: AreaTopology): {
  readonly xy: Float64Array;
  readonly country: string;
  readonly minZoom: number;
}[] {
  const groups = new Map<string, Area[]>();
  for (const area of areasOf(joined)) {
    const name = crimea.has(area.properties?.iso_3166_2 ?? '') ? 'crimea' : countryCode(area);
    const group = groups.get(name);
    if (group) group.push(area);
    else groups.set(name, [area]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, areas]) => {
      const country = name === 'crimea' ? 'UA' : (areas[0]?.properties?.iso_a2 ?? '');
      const minZoom = Math.min(...areas.map(({ properties }) => properties?.min_zoom ?? 6));
      return linesBetween(joined, areas).map((line) => ({
        xy: projectLine(line),
        country,
        minZoom: drawnFrom(minZoom),
      }));
    });
}

/** Natural Earth's zooms are those of tiles of 256 pixels. */
function drawnFrom(minZoom: number): number {
  return Math.max(3, Math.min(6, Math.floor(minZoom) - 1));
}
