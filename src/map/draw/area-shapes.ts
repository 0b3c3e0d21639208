import type { Feature, Geometry } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'area-shapes';

/** An area that is filtered by: what is filled, and its outline where that is not the edge of it. */
export type FilteredArea = { readonly shape: Geometry; readonly outline: Geometry };

export type AreaShapesLayer = MapLayer & { readonly set: (areas: readonly FilteredArea[]) => void };

/** The areas that a reader filters by: quiet, below names and marks. */
export function areaShapes(): AreaShapesLayer {
  let shown: Map | undefined;
  let areas: readonly FilteredArea[] = [];

  function fill(): void {
    const features = areas.flatMap(({ shape, outline }): Feature[] => [
      { type: 'Feature', geometry: shape, properties: { isOutline: false } },
      { type: 'Feature', geometry: outline, properties: { isOutline: true } },
    ]);
    void shown?.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  }

  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'area-shape-fill',
        slot: 'shapes',
        type: 'fill',
        source: SOURCE,
        filter: ['==', ['get', 'isOutline'], false],
        paint: { 'fill-color': palette.accent, 'fill-opacity': 0.07, 'fill-antialias': false },
      },
      {
        id: 'area-shape-line',
        slot: 'shapes',
        type: 'line',
        source: SOURCE,
        filter: ['==', ['get', 'isOutline'], true],
        paint: { 'line-color': palette.accent, 'line-width': 1.6, 'line-opacity': 0.85 },
      },
    ],
    reads: [],
    show(map) {
      shown = map;
      fill();
    },
    set(next) {
      areas = next;
      fill();
    },
  };
}
