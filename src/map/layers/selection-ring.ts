import type { GeoJSONSource } from 'maplibre-gl';
import type { Feature } from 'geojson';
import type { MapModel } from '../../core/model/map-model.ts';
import { filledLater, type MapLayer } from '../map-layer.ts';
import { drawnRadius } from '../hit-test.ts';
import { sameFeatures } from '../same-features.ts';

const SOURCE = 'selection';

const RADIUS_OF_PLACE = 11;
const GAP = 4;

type Ringed = { readonly lon: number; readonly lat: number; readonly radius: number };

function ringed({ emphasis, shapes }: MapModel, drawn: number): Ringed | undefined {
  if (emphasis.place) return { ...emphasis.place, radius: RADIUS_OF_PLACE };
  const { mark } = emphasis;
  if (mark === undefined || drawn === 0) return undefined;
  const { lon, lat } = shapes.view.marks;
  return { lon: lon[mark] ?? 0, lat: lat[mark] ?? 0, radius: drawn + GAP };
}

/** A ring around the place of the open record, or around the mark whose records are open. */
export function selectionRing(): MapLayer {
  let drawn: readonly Feature[] = [];
  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'selection-ring',
        slot: 'marks',
        type: 'circle',
        source: SOURCE,
        paint: {
          'circle-radius': ['get', 'radius'],
          'circle-color': palette.region,
          'circle-opacity': 0,
          'circle-stroke-color': palette.ink,
          'circle-stroke-width': 2.2,
        },
      },
    ],
    reads: ['shapes', 'counts', 'emphasis'],
    show(map, model, last) {
      const { emphasis } = model;
      const isStill = emphasis === last?.emphasis && model.shapes === last.shapes;
      if (isStill && (emphasis.mark === undefined || model.counts === last.counts)) return;
      const { mark } = emphasis;
      const ring = ringed(model, mark === undefined ? 0 : drawnRadius(model, mark));
      const features: Feature[] = ring
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [ring.lon, ring.lat] },
              properties: { radius: ring.radius },
            },
          ]
        : [];
      if (sameFeatures(features, drawn)) return;
      drawn = features;
      void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
    },
  };
}
