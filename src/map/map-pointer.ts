import type { Map, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { MapModel } from '../core/model/map-model.ts';
import { hitTestMark, type Point } from './hit-test.ts';
import type { MapCamera } from './map-camera.ts';
import type { MapOptions } from './map-options.ts';

/** Zoom levels by key, as MapLibre has them. */
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

const MOUSE_REACH = 3;
/** Half of what a finger needs. */
const TOUCH_REACH = 22;

/** Reports what the pointer is on and what it selects, and zooms by keys. */
export class MapPointer {
  readonly #map: Map;
  readonly #options: Pick<MapOptions, 'onSelect' | 'onHover'>;
  readonly #camera: MapCamera;
  readonly #drawn: () => MapModel | undefined;
  #hovered: number | undefined;

  constructor(map: Map, options: MapOptions, camera: MapCamera, drawn: () => MapModel | undefined) {
    this.#map = map;
    this.#options = options;
    this.#camera = camera;
    this.#drawn = drawn;
    map.getCanvas().addEventListener('keydown', (event) => {
      const steps = ZOOM_KEYS[event.key];
      if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      // MapLibre would zoom about the centre of the whole map, part of which is covered.
      event.stopPropagation();
      event.preventDefault();
      camera.zoomBy(steps);
    });
    map.on('click', (event) => {
      this.#select(event);
    });
    map.on('mousemove', (event) => {
      this.#hover(event);
    });
    map.on('mouseout', () => {
      this.#hover(undefined);
    });
  }

  #find(at: Point, reach: number): number | undefined {
    const model = this.#drawn();
    // A wide view shows a mark more than once: the copy under the pointer is the one that counts.
    return model && hitTestMark(model, at, reach, this.#camera.projectionNear(at));
  }

  #select(event: MapMouseEvent | MapTouchEvent): void {
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const found = this.#find(event.point, isTouch ? TOUCH_REACH : MOUSE_REACH);
    if (found !== undefined) this.#options.onSelect(found);
  }

  #hover(event: MapMouseEvent | undefined): void {
    const found = event && this.#find(event.point, MOUSE_REACH);
    if (found === this.#hovered) return;
    this.#hovered = found;
    this.#map.getCanvas().style.cursor = found !== undefined ? 'pointer' : '';
    this.#options.onHover(found);
  }
}
