import type { Map } from 'maplibre-gl';
import { sameBounds, type Bounds } from '../core/place/bounds.ts';
import { nearestLongitude, wrapLongitude } from '../core/place/longitude.ts';
import { toMercator, WORLD_PIXELS } from '../core/place/mercator.ts';
import type { Camera } from '../core/url/view-state.ts';
import { HOME_PADDING } from './home-frame.ts';
import type { Point } from './hit-test.ts';
import type { Clearance, MapOptions } from './map-options.ts';

const HOME_CLOSEST = 9;

const sameCamera = (a: Camera, b: Camera): boolean =>
  a.lon === b.lon && a.lat === b.lat && a.zoom === b.zoom;

/** Moves the map for the page, and reports where it looks. */
export class MapCamera {
  readonly #map: Map;
  readonly #options: Pick<MapOptions, 'clearance' | 'prefersLessMotion' | 'onCamera'>;
  readonly #isReady: () => boolean;
  #reported: { readonly camera: Camera; readonly bounds: Bounds } | undefined;
  #isGuided = false;

  constructor(map: Map, options: MapOptions, isReady: () => boolean) {
    this.#map = map;
    this.#options = options;
    this.#isReady = isReady;
    map.on('move', () => {
      this.#report(!this.#isGuided);
    });
    map.on('moveend', () => {
      this.#isGuided = false;
    });
  }

  /** Where a point is on screen: of its copies around the world, the one nearest to the middle. */
  project(lon: number, lat: number): Point {
    return this.#map.project([nearestLongitude(lon, this.#map.getCenter().lng), lat]);
  }

  /**
   * Projects many points, each by its copy nearest to a point on screen. The map is never turned or
   * tilted, so that the screen is Web Mercator, moved and scaled; MapLibre's own `project` multiplies
   * matrices for every point.
   */
  projectionNear(at: Point): (lon: number, lat: number) => Point {
    const { lng, lat } = this.#map.unproject([at.x, at.y]);
    const origin = toMercator(lng, lat);
    const pixels = WORLD_PIXELS * 2 ** this.#map.getZoom();
    return (east, north) => {
      const { x, y } = toMercator(nearestLongitude(east, lng), north);
      return { x: at.x + (x - origin.x) * pixels, y: at.y + (y - origin.y) * pixels };
    };
  }

  /** Zooms about the middle of what other parts of the page leave free. */
  zoomBy(steps: number): void {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { top, right, bottom, left } = this.#options.clearance(true);
    this.#map.easeTo({
      zoom: this.#map.getZoom() + steps,
      around: this.#map.unproject([(left + width - right) / 2, (top + height - bottom) / 2]),
      duration: this.#duration(200),
    });
  }

  look(camera: Camera): void {
    const { lon, lat, zoom } = camera;
    this.#guide(() => {
      this.#map.easeTo({ center: [lon, lat], zoom, duration: this.#duration(350) });
    });
  }

  /** Fits the box into what the page leaves free, and then reveals a point of it, if one is given. */
  fit(
    { west, south, east, north }: Bounds,
    reveal: { readonly lon: number; readonly lat: number } | undefined,
    isJump: boolean,
  ): void {
    this.#guide(() => {
      this.#map.fitBounds([west, south, east, north], {
        padding: this.#padding(HOME_PADDING, false),
        maxZoom: HOME_CLOSEST,
        duration: this.#isReady() && !isJump ? this.#duration(350) : 0,
      });
    });
    if (reveal) this.reveal(reveal.lon, reveal.lat);
  }

  /** Moves as little as brings the point out from under the rest of the page. */
  reveal(lon: number, lat: number): void {
    const at = this.project(lon, lat);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const margin = 40;
    const { top, right, bottom, left } = this.#padding(margin, true);
    const into = (value: number, min: number, max: number): number =>
      Math.min(Math.max(value, min), Math.max(max, min));
    const x = into(at.x, left, width - right);
    const y = into(at.y, top, height - bottom);
    if (x === at.x && y === at.y) return;
    this.#guide(() => {
      this.#map.panBy([at.x - x, at.y - y], { duration: this.#duration(350) });
    });
  }

  #report(isByReader: boolean): void {
    const { lng, lat } = this.#map.getCenter();
    const camera = { lon: wrapLongitude(lng), lat, zoom: this.#map.getZoom() };
    const box = this.#map.getBounds();
    const bounds = {
      west: box.getWest(),
      south: box.getSouth(),
      east: box.getEast(),
      north: box.getNorth(),
    };
    const last = this.#reported;
    const isMoved = !last || !sameCamera(camera, last.camera);
    // A window of another size shows more or less, but nobody moved it, though MapLibre says so.
    if (!isMoved && sameBounds(bounds, last.bounds)) return;
    this.#reported = { camera, bounds };
    this.#options.onCamera(camera, bounds, isByReader && isMoved);
  }

  /** Runs a movement that the page asked for, not the reader. */
  #guide(move: () => void): void {
    this.#map.stop();
    this.#isGuided = true;
    move();
    this.#report(false);
    this.#isGuided = this.#map.isMoving();
  }

  #padding(margin: number, isPanelCounted: boolean): Clearance {
    const { top, right, bottom, left } = this.#options.clearance(isPanelCounted);
    return {
      top: top + margin,
      right: right + margin,
      bottom: bottom + margin,
      left: left + margin,
    };
  }

  #duration(milliseconds: number): number {
    return this.#options.prefersLessMotion() ? 0 : milliseconds;
  }
}
