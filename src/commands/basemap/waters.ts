import type {
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Polygon,
} from 'geojson';

export type Rivers = FeatureCollection<
  LineString | MultiLineString,
  { readonly strokeweig: number; readonly min_zoom: number }
>;

export type Lakes = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly name: string | null; readonly scalerank: number }
>;

export function readRivers(json: string): Rivers {
  return JSON.parse(json) as Rivers;
}

export function readLakes(json: string): Lakes {
  return JSON.parse(json) as Lakes;
}

/** Natural Earth's stroke weights (0.15 to 1.2, growing downstream) as 1 to 4. */
export function widthClass(strokeWeight: number): 1 | 2 | 3 | 4 {
  if (strokeWeight < 0.25) return 1;
  if (strokeWeight < 0.35) return 2;
  return strokeWeight < 0.5 ? 3 : 4;
}
