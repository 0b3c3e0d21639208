import type { Map } from 'maplibre-gl';
import type { Fault } from '../core/faults/fault.ts';
import type { MapModel } from '../core/model/map-model.ts';
import { STREET_KEY } from '../core/model/street-map.ts';
import type { MapLayer } from './map-layer.ts';
import type { DrawnStreets } from './streets/drawn-streets.ts';

/** Street maps of the reader's own. What draws them is loaded with the first: most visits have none. */
export function streetMaps(): MapLayer {
  let drawn: DrawnStreets | undefined;
  let shown: MapModel | undefined;

  async function draw(map: Map): Promise<void> {
    const { DrawnStreets } = await import('./streets/drawn-streets.ts');
    drawn ??= new DrawnStreets(map);
    if (shown) drawn.show(shown);
  }

  return {
    sources: {},
    layers: () => [],
    reads: ['streets', 'theme'],
    show(map, model) {
      const isNew = model.streets !== shown?.streets || model.theme !== shown.theme;
      shown = model;
      if (!isNew || (!drawn && model.streets.length === 0)) return;
      if (drawn) drawn.show(model);
      else void draw(map);
    },
  };
}

/** Reports each street map once whose tiles the map could not read. */
export class StreetMapErrors {
  readonly #reported = new Set<string>();

  /** The street map is named by the error's source; false for an error of anything else. */
  report(
    { sourceId }: { readonly error: unknown; readonly sourceId?: unknown },
    model: MapModel | undefined,
    onFault: (fault: Fault) => void,
  ): boolean {
    if (typeof sourceId !== 'string' || !sourceId.startsWith(STREET_KEY)) return false;
    // Of one that was closed meanwhile, nothing is said.
    const street = model?.streets.find(({ key }) => key === sourceId);
    if (!street || this.#reported.has(sourceId)) return true;
    this.#reported.add(sourceId);
    onFault({ kind: 'street-map-failed', file: street.name });
    return true;
  }
}
