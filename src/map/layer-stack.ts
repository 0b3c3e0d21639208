import type { CustomLayerInterface, LayerSpecification, Map } from 'maplibre-gl';
import type { MapModel } from '../core/model/map-model.ts';
import { SLOTS, type MapLayer } from './map-layer.ts';
import type { Palette } from './palette.ts';

/** Style layers from bottom to top: by slot, and within one in the order of the registry. */
const styleLayers = (
  layers: readonly MapLayer[],
  palette: Palette,
): readonly (LayerSpecification | CustomLayerInterface)[] => {
  const all = layers.flatMap((layer) => layer.layers(palette));
  return SLOTS.flatMap((slot) =>
    all.flatMap(({ slot: own, ...specification }) => (own === slot ? [specification] : [])),
  );
};

/** The layers of one style of the map; a style that is loaded again gets a new stack. */
export class LayerStack {
  readonly #map: Map;
  readonly #layers: MapLayer[];
  #drawn: MapModel | undefined;

  /** Adds all sources and style layers; no layer is added anywhere else. */
  constructor(map: Map, layers: readonly MapLayer[], palette: Palette) {
    this.#map = map;
    this.#layers = [...layers];
    for (const { sources } of layers)
      for (const [id, source] of Object.entries(sources)) map.addSource(id, source);
    for (const specification of styleLayers(layers, palette)) map.addLayer(specification);
  }

  /** Adds a layer that was loaded on demand, at its height. */
  add(layer: MapLayer, palette: Palette): void {
    const map = this.#map;
    this.#layers.push(layer);
    for (const [id, source] of Object.entries(layer.sources)) map.addSource(id, source);
    const all = styleLayers(this.#layers, palette);
    all.forEach((specification, at) => {
      if (map.getLayer(specification.id)) return;
      const above = all.slice(at + 1).find(({ id }) => map.getLayer(id));
      map.addLayer(specification, above?.id);
    });
    if (this.#drawn) layer.show?.(map, this.#drawn, undefined);
  }

  /** The model that the map shows. */
  get drawn(): MapModel | undefined {
    return this.#drawn;
  }

  /** Shows a model to the layers that read a part of it that is new. */
  show(model: MapModel): void {
    const last = this.#drawn;
    this.#drawn = model;
    for (const { reads, show } of this.#layers)
      if (!last || reads.some((part) => model[part] !== last[part])) show?.(this.#map, model, last);
  }

  /** The map, or the page over it, has moved and rests. */
  rest(): void {
    const model = this.#drawn;
    if (model) for (const { moved } of this.#layers) moved?.(this.#map, model);
  }

  /** Shows the model once more to all layers, after names of places have come. */
  showAgain(): void {
    const model = this.#drawn;
    if (model) for (const { show } of this.#layers) show?.(this.#map, model, model);
  }

  /** Sets the colours of another theme. */
  repaint(palette: Palette): void {
    const map = this.#map;
    for (const { id, ...layer } of styleLayers(this.#layers, palette)) {
      if (layer.type === 'custom') continue;
      // MapLibre types each property apart; these come from a layer that was added as a whole.
      const paint: Readonly<Record<string, never>> = { ...layer.paint } as never;
      for (const [name, value] of Object.entries(paint))
        map.setPaintProperty(id, name as Parameters<Map['setPaintProperty']>[1], value);
      if (layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined)
        map.setLayoutProperty(id, 'text-field', layer.layout['text-field']);
    }
  }
}
