import type { Map } from 'maplibre-gl';
import { sameBounds, type Bounds } from '../core/place/bounds.ts';
import { nearestLongitude, wrapLongitude } from '../core/place/longitude.ts';
import { toMercator, WORLD_PIXELS } from '../core/place/mercator.ts';
import { COARSE_LIMIT, homeZoomOf } from '../core/place/closest-zoom.ts';
import type { Camera } from '../core/url/view-state.ts';
import { contains, sameBox, type Box } from './box.ts';
import { freeBox } from './free-box.ts';
import { HOME_PADDING } from './home-frame.ts';
import type { Point } from './hit-test.ts';
import type { CoverKind, MapOptions } from './map-options.ts';

/** What is revealed lies at least this far from the edge of the map and from what lies over it. */
const REVEAL_MARGIN = 40;

const AROUND_HOME: readonly CoverKind[] = ['part', 'buttons', 'panel', 'sheet'];
const AROUND_REVEALED: readonly CoverKind[] = [...AROUND_HOME, 'a-little'];
/** A sheet is pulled over the map for a while: what is under it is still in the view. */
const AROUND_VIEW: readonly CoverKind[] = ['part', 'panel'];

type Place = { readonly lon: number; readonly lat: number };

const sameCamera = (a: Camera, b: Camera): boolean =>
  a.lon === b.lon && a.lat === b.lat && a.zoom === b.zoom;

/** The nearest value to one between two edges, with a margin where there is room for it. */
function into(value: number, from: number, to: number): number {
  const margin = Math.min(REVEAL_MARGIN, (to - from) / 2);
  return Math.min(Math.max(value, from + margin), to - margin);
}

/** Moves the map for the page, and reports where it looks. */
export class MapCamera {
  readonly #map: Map;
  readonly #options: Pick<MapOptions, 'covers' | 'prefersLessMotion' | 'onCamera'>;
  readonly #isReady: () => boolean;
  #reported: { readonly camera: Camera; readonly bounds: Bounds } | undefined;
  #isGuided = false;
  #limit = COARSE_LIMIT;
  /** Width by height of what the home view shows: by it the free part of the map is chosen. */
  #aspect = 1;
  /** The last home view and the part of the map that was free for it, until the reader does anything. */
  #fitted:
    | { readonly bounds: Bounds; readonly revealed: Place | undefined; readonly free: Box }
    | undefined;

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

  /** Where a point is on screen by its own longitude, which may be beyond 180. */
  projectHere(lon: number, lat: number): Point {
    return this.#map.project([lon, lat]);
  }

  /** What of the ground is at a point on screen; its longitude may be beyond 180. */
  groundAt({ x, y }: Point): Place {
    const { lng: lon, lat } = this.#map.unproject([x, y]);
    return { lon, lat };
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

  /** The part of the map that covers of these kinds leave free. */
  free(around: readonly CoverKind[]): Box {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const covers = this.#options.covers().filter(({ kind }) => around.includes(kind));
    return freeBox({ width, height }, covers, this.#aspect);
  }

  /** What of the ground lies in the free part. */
  get freeBounds(): Bounds {
    const { left, top, right, bottom } = this.free(AROUND_VIEW);
    const { lng: west, lat: north } = this.#map.unproject([left, top]);
    const { lng: east, lat: south } = this.#map.unproject([right, bottom]);
    return { west, south, east, north };
  }

  /** Zooms about the middle of what other parts of the page leave free. */
  zoomBy(steps: number): void {
    const { left, top, right, bottom } = this.free(AROUND_HOME);
    this.#map.easeTo({
      zoom: this.#map.getZoom() + steps,
      around: this.#map.unproject([(left + right) / 2, (top + bottom) / 2]),
      duration: this.#duration(200),
    });
  }

  /** As far as the records allow to zoom in, by any means; what is drawn below them may allow more. */
  limitZoom(limit: number, ofOthers = limit): void {
    // What is drawn below the records leaves the view where it is when it goes.
    const kept = limit === this.#limit ? this.#map.getZoom() : 0;
    this.#limit = limit;
    const most = Math.max(limit, ofOthers, kept);
    if (most === this.#map.getMaxZoom()) return;
    this.#guide(() => {
      this.#map.setMaxZoom(most);
    });
  }

  look(camera: Camera): void {
    this.#fitted = undefined;
    const { lon, lat, zoom } = camera;
    this.#guide(() => {
      this.#map.easeTo({ center: [lon, lat], zoom, duration: this.#duration(350) });
    });
  }

  /**
   * Fits the box into what the page leaves free, and then reveals a point of it, if one is given. Without `closest`, a
   * zoom, it is the home view.
   */
  fit(bounds: Bounds, reveal: Place | undefined, isJump: boolean, closest?: number): void {
    const { west, south, east, north } = bounds;
    const [first, last] = [toMercator(west, north), toMercator(east, south)];
    this.#aspect = (last.x - first.x) / (last.y - first.y) || 1;
    this.#guide(() => {
      this.#map.fitBounds([west, south, east, north], {
        padding: this.#homePadding(),
        maxZoom: closest ?? homeZoomOf(this.#limit),
        duration: this.#isReady() && !isJump ? this.#duration(350) : 0,
      });
    });
    if (reveal) this.reveal(reveal.lon, reveal.lat);
    if (closest === undefined)
      this.#fitted = { bounds, revealed: reveal, free: this.free(AROUND_HOME) };
  }

  /** Parts of the page have another size: texts arrive, panels load. Nothing else has moved the home view. */
  fitAgain(): void {
    const { bounds, revealed, free } = this.#fitted ?? {};
    if (bounds && !sameBox(free, this.free(AROUND_HOME))) this.fit(bounds, revealed, true);
  }

  /** The home view is no longer fitted again. */
  keep(): void {
    this.#fitted = undefined;
  }

  /** Brings a point that is covered, or almost, into the free part of the map, and moves no further. */
  reveal(lon: number, lat: number): void {
    this.#fitted = undefined;
    this.#resize();
    const at = this.project(lon, lat);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const isInside = contains(
      { left: 0, top: 0, right: width, bottom: height },
      at.x,
      at.y,
      -REVEAL_MARGIN,
    );
    const isCovered = this.#options
      .covers()
      .some((cover) => cover.kind !== 'card' && contains(cover, at.x, at.y, REVEAL_MARGIN));
    if (isInside && !isCovered) return;
    const { left, top, right, bottom } = this.free(AROUND_REVEALED);
    const x = into(at.x, left, right);
    const y = into(at.y, top, bottom);
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
    this.#resize();
    this.#isGuided = true;
    move();
    this.#report(false);
    this.#isGuided = this.#map.isMoving();
  }

  /** MapLibre hears of another size a little later than the page has it. */
  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { clientWidth, clientHeight } = this.#map.getCanvas();
    if (width !== clientWidth || height !== clientHeight) this.#map.resize();
  }

  #homePadding(): { top: number; right: number; bottom: number; left: number } {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { left, top, right, bottom } = this.free(AROUND_HOME);
    return {
      top: top + HOME_PADDING,
      right: width - right + HOME_PADDING,
      bottom: height - bottom + HOME_PADDING,
      left: left + HOME_PADDING,
    };
  }

  #duration(milliseconds: number): number {
    return this.#options.prefersLessMotion() ? 0 : milliseconds;
  }
}
