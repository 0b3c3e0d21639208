import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import { projectLine } from './mercator.ts';
import type { SegmentIndex } from './segment-index.ts';
import { splitByLand } from './split-by-land.ts';
import { vertexWeights } from './vertex-weights.ts';

export type Rivers = FeatureCollection<
  LineString | MultiLineString,
  { readonly strokeweig: number; readonly min_zoom: number }
>;

export interface RiverLine {
  readonly xy: readonly number[];
  readonly weights: Float32Array;
  readonly weight: number;
  readonly minZoom: number;
}

const shortestPart = 1e-5;

export function riverLines({ features }: Rivers, ground: SegmentIndex): RiverLine[] {
  return features.flatMap(({ geometry, properties: { strokeweig } }) => {
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    const weight = widthClass(strokeweig);
    return lines
      .flatMap((line) => splitByLand(projectLine(line), ground, shortestPart))
      .filter(({ onLand }) => onLand)
      .map(({ xy }) => ({
        xy,
        weights: vertexWeights(xy, false),
        weight,
        minZoom: weight > 2 ? 3 : 5,
      }));
  });
}

/** Natural Earth's stroke weights (0.15 to 1.2, growing downstream) as 1 to 4. */
function widthClass(strokeWeight: number): 1 | 2 | 3 | 4 {
  if (strokeWeight < 0.25) return 1;
  if (strokeWeight < 0.35) return 2;
  return strokeWeight < 0.5 ? 3 : 4;
}
