import type { MapLayer } from '../map-layer.ts';

/** From here outwards the region's own outlines no longer fill the view. */
export const WORLD_BELOW_ZOOM = 6.2;

export const WORLD_SOURCE = 'world';

const kind = (value: string): ['==', ['get', string], string] => ['==', ['get', 'kind'], value];

/**
 * Land, water and borders in the manner of a printed page: Natural Earth, from files next to the
 * page. `address` makes an absolute address of such a file.
 */
export const baseMap = (address: (file: string) => string): MapLayer => ({
  sources: {
    [WORLD_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    region: { type: 'geojson', data: address('basemap/region.json'), tolerance: 0.2 },
    governorates: { type: 'geojson', data: address('basemap/governorates.json'), tolerance: 0.2 },
  },
  reads: [],
  layers: (palette) => [
    {
      id: 'background',
      slot: 'ground',
      type: 'background',
      paint: { 'background-color': palette.water },
    },
    {
      id: 'world-land',
      slot: 'ground',
      type: 'fill',
      source: WORLD_SOURCE,
      filter: kind('land'),
      paint: { 'fill-color': palette.land },
    },
    {
      id: 'world-lakes',
      slot: 'ground',
      type: 'fill',
      source: WORLD_SOURCE,
      filter: kind('lake'),
      paint: { 'fill-color': palette.water },
    },
    {
      id: 'world-rivers',
      slot: 'ground',
      type: 'line',
      source: WORLD_SOURCE,
      filter: kind('river'),
      paint: { 'line-color': palette.river, 'line-width': 0.7 },
    },
    {
      id: 'world-borders',
      slot: 'ground',
      type: 'line',
      source: WORLD_SOURCE,
      filter: kind('border'),
      paint: { 'line-color': palette.border, 'line-width': 0.8 },
    },
    {
      id: 'region-sea',
      slot: 'ground',
      type: 'fill',
      source: 'region',
      filter: kind('sea'),
      paint: { 'fill-color': palette.water, 'fill-antialias': false },
    },
    {
      id: 'region-land',
      slot: 'ground',
      type: 'fill',
      source: 'region',
      filter: kind('land'),
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
    {
      id: 'governorates',
      slot: 'ground',
      type: 'fill',
      source: 'governorates',
      filter: kind('governorate'),
      paint: { 'fill-color': palette.country, 'fill-antialias': false },
    },
    {
      id: 'kurdistan-region',
      slot: 'ground',
      type: 'fill',
      source: 'governorates',
      filter: kind('region'),
      paint: { 'fill-color': palette.region },
    },
    {
      id: 'region-lakes',
      slot: 'ground',
      type: 'fill',
      source: 'region',
      filter: kind('lake'),
      paint: { 'fill-color': palette.water },
    },
    {
      id: 'region-rivers',
      slot: 'ground',
      type: 'line',
      source: 'region',
      filter: kind('river'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.river,
        'line-width': ['*', 0.45, ['+', 0.8, ['coalesce', ['get', 'weight'], 1]]],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 9, 1, 10.5, 0.25],
      },
    },
    {
      id: 'admin-lines',
      slot: 'ground',
      type: 'line',
      source: 'region',
      filter: kind('admin'),
      minzoom: 5.7,
      paint: {
        'line-color': palette.admin,
        'line-width': 0.9,
        'line-dasharray': [3, 2],
        'line-opacity': ['case', ['==', ['get', 'country'], 'IQ'], 1, 0.55],
      },
    },
    {
      id: 'border-halo',
      slot: 'ground',
      type: 'line',
      source: 'region',
      filter: kind('border'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.borderHalo, 'line-width': 4.5 },
    },
    {
      id: 'border-lines',
      slot: 'ground',
      type: 'line',
      source: 'region',
      filter: kind('border'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.border, 'line-width': 1.3 },
    },
    {
      id: 'region-outline',
      slot: 'ground',
      type: 'line',
      source: 'governorates',
      filter: kind('region'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.border, 'line-width': 0.9 },
    },
  ],
});
