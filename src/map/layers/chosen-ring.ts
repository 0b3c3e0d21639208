import type { GeoJSONSource } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'chosen';

/** A ring around the place of the incident that is open in the panel. */
export const chosenRing: MapLayer = {
  sources: { [SOURCE]: filledLater },
  layers: (palette) => [
    {
      id: 'chosen-ring',
      type: 'circle',
      source: SOURCE,
      paint: {
        'circle-radius': 11,
        'circle-color': palette.region,
        'circle-opacity': 0,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 2.2,
      },
    },
  ],
  show(map, scene, last) {
    const now = scene.chosen;
    if (last && now?.lon === last.chosen?.lon && now?.lat === last.chosen?.lat) return;
    const features: Feature[] = now
      ? [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [now.lon, now.lat] },
            properties: {},
          },
        ]
      : [];
    void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  },
};
