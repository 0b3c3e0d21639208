import type { Map, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { MapModel } from '../core/model/map-model.ts';
import { hitTestMark, sameHit, type MapHit, type Point } from './hit-test.ts';
import type { MapCamera } from './map-camera.ts';
import type { MapOptions } from './map-options.ts';

/** Zoom levels by key, as MapLibre has them. */
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

const MOUSE_REACH = 3;
const TOUCH_REACH = 14;

/** Reports what the pointer is on and what it selects, and zooms by keys. */
export class MapPointer {
  readonly #map: Map;
  readonly #options: Pick<MapOptions, 'onSelect' | 'onHover'>;
  readonly #camera: MapCamera;
  readonly #drawn: () => MapModel | undefined;
  #hovered: MapHit | undefined;

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

  #find(at: Point, reach: number): MapHit | undefined {
    const model = this.#drawn();
    if (!model) return undefined;
    // A wide view shows a mark more than once: the copy under the pointer is the one that counts.
    const mark = hitTestMark(model, at, reach, this.#camera.projectionNear(at));
    if (mark !== undefined) return { kind: 'mark', mark };
    const [label] = this.#map.queryRenderedFeatures([at.x, at.y], {
      layers: ['area-labels', 'series-labels'],
    });
    const series: unknown = label?.properties['series'];
    if (typeof series === 'string') return { kind: 'series', incident: series };
    const { certain, possible } = model.counts.areas;
    const area = model.shapes.areas.findIndex(
      ({ name }, i) =>
        name === label?.properties['name'] && (certain[i] ?? 0) + (possible[i] ?? 0) > 0,
    );
    return area === -1 ? undefined : { kind: 'area', area };
  }

  #select(event: MapMouseEvent | MapTouchEvent): void {
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const found = this.#find(event.point, isTouch ? TOUCH_REACH : MOUSE_REACH);
    if (found) this.#options.onSelect(found);
  }

  #hover(event: MapMouseEvent | undefined): void {
    const found = event && this.#find(event.point, MOUSE_REACH);
    if (sameHit(found, this.#hovered)) return;
    this.#hovered = found;
    this.#map.getCanvas().style.cursor = found ? 'pointer' : '';
    this.#options.onHover(found);
  }
}
