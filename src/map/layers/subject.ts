import type { GeoJSONSource } from 'maplibre-gl';
import { filledLater, type MapLayer } from '../map-layer.ts';

const SOURCE = 'subject';

const kind = (value: 'governorate' | 'region'): ['==', ['get', string], string] => [
  '==',
  ['get', 'kind'],
  value,
];

/** The governorates and the region that the page's own data are about, lighter than other land; while these are on. */
export const subject = (): MapLayer => ({
  sources: { [SOURCE]: filledLater },
  layers: (palette) => [
    {
      id: 'governorates',
      slot: 'subject',
      type: 'fill',
      source: SOURCE,
      filter: kind('governorate'),
      paint: { 'fill-color': palette.country, 'fill-antialias': false },
    },
    {
      id: 'region',
      slot: 'subject',
      type: 'fill',
      source: SOURCE,
      filter: kind('region'),
      paint: { 'fill-color': palette.region },
    },
    {
      id: 'region-outline',
      slot: 'shapes',
      type: 'line',
      source: SOURCE,
      filter: kind('region'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.border, 'line-width': 0.9 },
    },
  ],
  reads: ['subject'],
  show(map, model, last) {
    if (model.subject === last?.subject) return;
    void map.getSource<GeoJSONSource>(SOURCE)?.setData({
      type: 'FeatureCollection',
      features: model.subject.map(({ kind, shape }) => ({
        type: 'Feature',
        geometry: shape,
        properties: { kind },
      })),
    });
  },
});
