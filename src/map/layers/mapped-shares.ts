import type { GeoJSONSource } from 'maplibre-gl';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'mapped-shares';

/**
 * Governorates shaded by the share that is mapped of what a monitor counted, on demand. The shade only repeats the
 * numbers, which are written over it.
 */
export function mappedShares(): MapLayer {
  return {
    sources: { [SOURCE]: filledLater },
    layers: (palette) => [
      {
        id: 'mapped-share-shade',
        slot: 'ground',
        type: 'fill',
        source: SOURCE,
        paint: { 'fill-color': palette.ink, 'fill-opacity': ['get', 'shade'] },
      },
      {
        id: 'mapped-share-outline',
        slot: 'ground',
        type: 'line',
        source: SOURCE,
        paint: { 'line-color': palette.ink, 'line-width': 1.2, 'line-opacity': 0.7 },
      },
    ],
    reads: ['shares'],
    show(map, { shares }, last) {
      if (shares === last?.shares || (shares.length === 0 && !last)) return;
      void map.getSource<GeoJSONSource>(SOURCE)?.setData({
        type: 'FeatureCollection',
        features: shares.map(({ shape, shade }) => ({
          type: 'Feature',
          geometry: shape,
          properties: { shade },
        })),
      });
    },
  };
}
