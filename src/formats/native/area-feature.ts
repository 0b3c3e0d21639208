import type { MultiPolygon, Polygon } from 'geojson';
import type { NamedArea } from '../../core/place/named-area.ts';

/** A Feature of `basemap/governorates.json`. */
export type AreaFeature = {
  readonly properties: Omit<NamedArea, 'shape' | 'also'> & { readonly also?: readonly string[] };
  readonly geometry: Polygon | MultiPolygon;
};

export const areaOf = ({
  properties: { name, also = [], kind },
  geometry,
}: AreaFeature): NamedArea => ({ name, also, kind, shape: geometry });
