import {
  GPUInitializationError,
  Map,
  ScaleControl,
  type GeoJSONSource,
  type MapMouseEvent,
  type MapTouchEvent,
  type StyleSpecification,
} from 'maplibre-gl';
import type { Fault } from '../core/faults/fault.ts';
import type { Bounds } from '../core/place/bounds.ts';
import { nearestLongitude, wrapLongitude } from '../core/place/longitude.ts';
import { failed, ok, type Result } from '../core/base/result.ts';
import { FINEST_ZOOM } from '../core/layout/zoom-level.ts';
import type { MapModel } from '../core/model/map-model.ts';
import type { Camera } from '../core/url/view-state.ts';
import { HOME_PADDING } from './home-frame.ts';
import type { Box } from './label-sides.ts';
import { LAYER_ORDER } from './layer-order.ts';
import { areas, type AreaWords } from './layers/areas.ts';
import { baseMap, WORLD_BELOW_ZOOM, WORLD_SOURCE } from './layers/base-map.ts';
import { selectionRing } from './layers/selection-ring.ts';
import { markLabels } from './layers/mark-labels.ts';
import { markRings } from './layers/mark-rings.ts';
import { outlines } from './layers/outlines.ts';
import { placeNames } from './layers/place-names.ts';
import type { PlaceNames } from './layers/read-place-names.ts';
import { precisionHalos } from './layers/precision-halos.ts';
import { addImages } from './map-images.ts';
import type { MapLayer } from './map-layer.ts';
import { readPalette, type Palette } from './palette.ts';
import { pictureBox } from './picture-box.ts';
import { hitTestMark, type MapHit, type Point } from './hit-test.ts';

/** Pixels of the map that other parts of the page cover. */
export type Clearance = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** The map at one moment; all lengths are CSS pixels on screen. */
export type MapPicture = {
  readonly canvas: OffscreenCanvas;
  readonly width: number;
  readonly height: number;
  readonly scale: { readonly width: number; readonly text: string } | undefined;
};

/** How the map speaks to the page; events leave it as plain data. */
export type MapOptions = {
  readonly label: string;
  /** In a page that scrolls, the wheel and one finger move that page and not the map. */
  readonly sharesGestures: boolean;
  readonly gestureHelp: {
    readonly wheel: string;
    readonly wheelMac: string;
    readonly touch: string;
  };
  readonly areaWords: AreaWords;
  readonly seriesLabel: string;
  readonly precisionLabel: (radiusMeters: number) => string;
  /** A count in little room. */
  readonly shortCount: (count: number) => string;
  readonly address: (file: string) => string;
  readonly placeNames: (file: string) => Promise<PlaceNames | undefined>;
  /** The home view stays as it is when the panel opens; what is revealed must not lie under it. */
  readonly clearance: (isPanelCounted: boolean) => Clearance;
  /** The parts of the page over the map, in pixels of the map. */
  readonly covers: () => readonly Box[];
  readonly prefersLessMotion: () => boolean;
  readonly onCamera: (camera: Camera, bounds: Bounds, isByReader: boolean) => void;
  /** The map stopped after it had moved. */
  readonly onRest: () => void;
  readonly onSelect: (found: MapHit) => void;
  readonly onHover: (found: MapHit | undefined) => void;
  readonly onFault: (fault: Fault) => void;
  /** The graphics card gave the map back after it had dropped it. */
  readonly onRestored: () => void;
  /** Called once, when everything that the first view needs is drawn. */
  readonly onDrawn: () => void;
};

const EMPTY_STYLE: StyleSpecification = { version: 8, sources: {}, layers: [] };

const WORLD_FILE = 'basemap/world.json';
/** The file behind each source of the base map. */
const BASE_MAP_FILES: Readonly<Record<string, string>> = {
  region: 'basemap/region.json',
  governorates: 'basemap/governorates.json',
  [WORLD_SOURCE]: WORLD_FILE,
};

/** Zoom levels by key, as MapLibre has them. */
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

const MOUSE_REACH = 3;
const TOUCH_REACH = 14;
const FARTHEST = 2;
const HOME_CLOSEST = 9;
const MORE_PLACES_FROM_ZOOM = 8.4;
/** The box of `region.json`; outside it only the coarse world is drawn. */
const REGION: Bounds = { west: 36, south: 28.5, east: 53, north: 40.5 };

/** The map: opens once, shows many scenes, closes once. */
export class MapView {
  readonly #map: Map;
  readonly #options: MapOptions;
  #names: ReturnType<typeof placeNames>;
  readonly #loadedNames: PlaceNames[] = [];
  #layers: readonly MapLayer[];
  readonly #loaded = new Set<string>();
  readonly #toldMissing = new Set<string>();
  #palette: Palette;
  #scene: MapModel | undefined;
  #drawn: MapModel | undefined;
  #pointed: string | undefined;
  #reported: { readonly camera: Camera; readonly bounds: Bounds } | undefined;
  #isReady = false;
  #isGuided = false;

  private constructor(map: Map, options: MapOptions, palette: Palette) {
    this.#map = map;
    this.#options = options;
    this.#palette = palette;
    this.#layers = [];
    this.#names = placeNames(options.covers);
  }

  /** Layers that have not sent anything to the map yet. */
  #newLayers(): readonly MapLayer[] {
    this.#names = placeNames(this.#options.covers);
    for (const names of this.#loadedNames) this.#names.add(names);
    return [
      baseMap(this.#options.address),
      areas(this.#options.areaWords, this.#names.written),
      outlines(),
      precisionHalos(this.#options.seriesLabel),
      this.#names,
      markRings(),
      markLabels(this.#options.precisionLabel, this.#options.shortCount),
      selectionRing(),
    ];
  }

  /** Needs `startMapEngine` to have run. Fails where the browser has no WebGL 2. */
  static open(element: HTMLElement, options: MapOptions): Result<MapView, Fault> {
    const palette = readPalette(document.documentElement);
    try {
      const map = new Map({
        container: element,
        style: EMPTY_STYLE,
        center: [44.3, 36.1],
        zoom: 6.8,
        minZoom: FARTHEST,
        maxZoom: FINEST_ZOOM,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        fadeDuration: options.prefersLessMotion() ? 0 : 120,
        cooperativeGestures: options.sharesGestures,
        locale: {
          'Map.Title': options.label,
          'CooperativeGesturesHandler.WindowsHelpText': options.gestureHelp.wheel,
          'CooperativeGesturesHandler.MacHelpText': options.gestureHelp.wheelMac,
          'CooperativeGesturesHandler.MobileHelpText': options.gestureHelp.touch,
        },
      });
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
      const view = new MapView(map, options, palette);
      view.#listen();
      return ok(view);
    } catch (cause) {
      if (cause instanceof GPUInitializationError) return failed({ kind: 'no-webgl' });
      throw cause;
    }
  }

  show(scene: MapModel): void {
    this.#scene = scene;
    if (this.#isReady) this.#draw();
  }

  /** Takes away the names that the page covers in part; called when the page has changed its parts. */
  uncoverNames(): void {
    if (this.#isReady) this.#names.uncover(this.#map);
  }

  close(): void {
    this.#map.remove();
  }

  /** As `MapOptions.sharesGestures`, which says how it begins. */
  shareGestures(isShared: boolean): void {
    const { cooperativeGestures } = this.#map;
    if (isShared) cooperativeGestures.enable();
    else cooperativeGestures.disable();
  }

  /** Where a point is on screen: of its copies around the world, the one nearest to the middle. */
  project(lon: number, lat: number): Point {
    return this.#projectNear(lon, lat, this.#map.getCenter().lng);
  }

  #projectNear(lon: number, lat: number, near: number): Point {
    return this.#map.project([nearestLongitude(lon, near), lat]);
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
    reveal?: { readonly lon: number; readonly lat: number },
  ): void {
    this.#guide(() => {
      this.#map.fitBounds([west, south, east, north], {
        padding: this.#padding(HOME_PADDING, false),
        maxZoom: HOME_CLOSEST,
        duration: this.#isReady && !reveal ? this.#duration(350) : 0,
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
    const into = (value: number, least: number, most: number): number =>
      Math.min(Math.max(value, least), Math.max(most, least));
    const x = into(at.x, left, width - right);
    const y = into(at.y, top, height - bottom);
    if (x === at.x && y === at.y) return;
    this.#guide(() => {
      this.#map.panBy([at.x - x, at.y - y], { duration: this.#duration(350) });
    });
  }

  /** What is seen of the map and not covered, drawn now; of that the surroundings of `about`, if given. */
  picture(about: Bounds | undefined): MapPicture | undefined {
    if (!this.#isReady) return undefined;
    const map = this.#map;
    // A WebGL canvas can be read only in the task that drew it.
    map.redraw();
    const source = map.getCanvas();
    const container = map.getContainer();
    const { clientWidth: width, clientHeight: height } = container;
    if (width === 0 || height === 0 || !('OffscreenCanvas' in globalThis)) return undefined;
    const [left, top, right, bottom] = about
      ? [map.project([about.west, about.north]), map.project([about.east, about.south])].flatMap(
          ({ x, y }) => [x, y],
        )
      : [];
    const box = pictureBox(
      { width, height },
      this.#options.clearance(false),
      about && { left: left ?? 0, top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0 },
    );
    const ratio = source.width / width;
    const canvas = new OffscreenCanvas(
      Math.round((box.right - box.left) * ratio),
      Math.round((box.bottom - box.top) * ratio),
    );
    canvas.getContext('2d')?.drawImage(source, -box.left * ratio, -box.top * ratio);
    const bar = container.querySelector<HTMLElement>('.maplibregl-ctrl-scale');
    return {
      canvas,
      width: box.right - box.left,
      height: box.bottom - box.top,
      scale: bar ? { width: Number.parseFloat(bar.style.width), text: bar.textContent } : undefined,
    };
  }

  #listen(): void {
    const map = this.#map;
    map.getCanvas().setAttribute('aria-label', this.#options.label);
    map.addControl(new ScaleControl({ maxWidth: 90, unit: 'metric' }), 'bottom-left');
    map.on('style.load', () => {
      this.#addAll();
    });
    void map.once('idle').then(() => {
      this.#options.onDrawn();
    });
    map.on('move', () => {
      this.#report(!this.#isGuided);
    });
    map.on('moveend', () => {
      this.#isGuided = false;
      this.#options.onRest();
      this.#loadParts();
      this.uncoverNames();
    });
    map.getCanvas().addEventListener('keydown', (event) => {
      const steps = ZOOM_KEYS[event.key];
      if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      // MapLibre would zoom about the centre of the whole map, part of which is covered.
      event.stopPropagation();
      event.preventDefault();
      this.zoomBy(steps);
    });
    map.on('click', (event) => {
      this.#pick(event);
    });
    map.on('mousemove', (event) => {
      this.#point(event);
    });
    map.on('mouseout', () => {
      this.#point(undefined);
    });
    map.on('webglcontextlost', () => {
      this.#isReady = false;
      this.#drawn = undefined;
      this.#options.onFault({ kind: 'map-lost' });
    });
    map.on('webglcontextrestored', () => {
      // MapLibre restores a style without images and states, and none at all if the context is lost
      // again while that style loads. Adding everything anew takes the path of the first opening.
      map.setStyle(EMPTY_STYLE, { diff: false });
      void map.once('idle').then(() => {
        this.#options.onRestored();
      });
    });
    map.on('error', (event) => {
      const file = BASE_MAP_FILES['sourceId' in event ? String(event.sourceId) : ''];
      if (!file) throw new Error('The map failed.', { cause: event.error });
      this.#missing(file);
    });
  }

  /** Adds everything in one loop, bottom to top; no layer is added anywhere else. */
  #addAll(): void {
    const map = this.#map;
    this.#layers = this.#newLayers();
    this.#palette = readPalette(document.documentElement);
    this.#loaded.delete(WORLD_FILE);
    addImages(map, this.#palette);
    for (const { sources } of this.#layers)
      for (const [id, source] of Object.entries(sources)) map.addSource(id, source);
    const specifications = this.#layers.flatMap((layer) => layer.layers(this.#palette));
    for (const id of LAYER_ORDER) {
      const specification = specifications.find((one) => one.id === id);
      if (!specification) throw new Error(`The layer ${id} stands in the order but nowhere else.`);
      map.addLayer(specification);
    }
    this.#isReady = true;
    if (this.#scene) this.#draw();
    void this.#addNames('basemap/places.json');
    this.#loadParts();
  }

  #draw(): void {
    const scene = this.#scene;
    if (!scene) return;
    if (this.#drawn && scene.theme !== this.#drawn.theme) this.#repaint();
    for (const layer of this.#layers) layer.show?.(this.#map, scene, this.#drawn);
    this.#drawn = scene;
  }

  #repaint(): void {
    const map = this.#map;
    this.#palette = readPalette(document.documentElement);
    addImages(map, this.#palette);
    for (const { id, ...layer } of this.#layers.flatMap((one) => one.layers(this.#palette))) {
      // MapLibre types each property apart; these come from a layer that was added as a whole.
      const paint: Readonly<Record<string, never>> = { ...layer.paint } as never;
      for (const [name, value] of Object.entries(paint))
        map.setPaintProperty(id, name as Parameters<Map['setPaintProperty']>[1], value);
      if (layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined)
        map.setLayoutProperty(id, 'text-field', layer.layout['text-field']);
    }
  }

  /** Parts of the base map that only some views need. */
  #loadParts(): void {
    if (!this.#isReady) return;
    const map = this.#map;
    const bounds = map.getBounds();
    const isOutside =
      bounds.getWest() < REGION.west ||
      bounds.getEast() > REGION.east ||
      bounds.getSouth() < REGION.south ||
      bounds.getNorth() > REGION.north;
    if ((isOutside || map.getZoom() < WORLD_BELOW_ZOOM) && this.#isFirst(WORLD_FILE))
      void map.getSource<GeoJSONSource>(WORLD_SOURCE)?.setData(this.#options.address(WORLD_FILE));
    if (map.getZoom() >= MORE_PLACES_FROM_ZOOM) void this.#addNames('basemap/places-more.json');
  }

  #missing(file: string): void {
    if (this.#toldMissing.has(file)) return;
    this.#toldMissing.add(file);
    this.#options.onFault({ kind: 'base-map-missing', file });
  }

  #isFirst(file: string): boolean {
    if (this.#loaded.has(file)) return false;
    this.#loaded.add(file);
    return true;
  }

  async #addNames(file: string): Promise<void> {
    if (!this.#isFirst(file)) return;
    const names = await this.#options.placeNames(file);
    if (!names) {
      this.#loaded.delete(file);
      this.#missing(file);
      return;
    }
    this.#loadedNames.push(names);
    this.#names.add(names);
    if (this.#scene) this.#draw();
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
    const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
    const isMoved = !isSame(camera, this.#reported?.camera ?? {});
    // A window of another size shows more or less, but nobody moved it, though MapLibre says so.
    if (!isMoved && isSame(bounds, this.#reported?.bounds ?? {})) return;
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

  #find(at: Point, reach: number): MapHit | undefined {
    const scene = this.#drawn;
    if (!scene) return undefined;
    // A wide view shows a mark more than once: the copy under the pointer is the one that counts.
    const near = this.#map.unproject([at.x, at.y]).lng;
    const mark = hitTestMark(scene, at, reach, (lon, lat) => this.#projectNear(lon, lat, near));
    if (mark !== undefined) return { kind: 'mark', mark };
    const [label] = this.#map.queryRenderedFeatures([at.x, at.y], {
      layers: ['area-labels', 'series-labels'],
    });
    const series: unknown = label?.properties['series'];
    if (typeof series === 'string') return { kind: 'series', incident: series };
    const { certain, possible } = scene.counts.areas;
    const area = scene.shapes.areas.findIndex(
      ({ name }, i) =>
        name === label?.properties['name'] && (certain[i] ?? 0) + (possible[i] ?? 0) > 0,
    );
    return area === -1 ? undefined : { kind: 'area', area };
  }

  #pick(event: MapMouseEvent | MapTouchEvent): void {
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const found = this.#find(event.point, isTouch ? TOUCH_REACH : MOUSE_REACH);
    if (found) this.#options.onSelect(found);
  }

  #point(event: MapMouseEvent | undefined): void {
    const found = event && this.#find(event.point, MOUSE_REACH);
    const name = JSON.stringify(found);
    if (name === this.#pointed) return;
    this.#pointed = name;
    this.#map.getCanvas().style.cursor = found ? 'pointer' : '';
    this.#options.onHover(found);
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
