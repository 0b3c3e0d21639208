import { GPUInitializationError, Map, ScaleControl, type StyleSpecification } from 'maplibre-gl';
import type { Fault } from '../core/faults/fault.ts';
import type { Bounds } from '../core/place/bounds.ts';
import { failed, ok, type Result } from '../core/base/result.ts';
import type { MapModel } from '../core/model/map-model.ts';
import type { Box } from './box.ts';
import { BaseMapArchive } from './base-map-archive.ts';
import { stayOnWorld } from './edges-of-world.ts';
import { LayerStack } from './layer-stack.ts';
import { placeNames } from './layers/place-names.ts';
import type * as ShareLayers from './layers/share-layers.ts';
import { MAP_LAYERS } from './layers/registry.ts';
import { MapCamera } from './map-camera.ts';
import { addImages } from './map-images.ts';
import type { MapOptions, MapPicture } from './map-options.ts';
import { drawPicture } from './map-picture.ts';
import type { MapLayer } from './map-layer.ts';
import { MapPointer } from './map-pointer.ts';
import { readPalette } from './palette.ts';
import { StreetMapErrors } from './street-maps.ts';
import { TileNames } from './tile-names.ts';

const EMPTY_STYLE: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** Less than a window needs for the whole world. */
const MIN_ZOOM = -2;

/** The map: opens once, shows many models, closes once. */
export class MapView {
  readonly camera: MapCamera;
  readonly #map: Map;
  readonly #options: MapOptions;
  readonly #baseMap: BaseMapArchive;
  readonly #tileNames: TileNames;
  readonly #streetErrors = new StreetMapErrors();
  #names: ReturnType<typeof placeNames>;
  #shareLayers: typeof ShareLayers | undefined;
  #shareLabels: ShareLayers.ShareLabelsLayer | undefined;
  /** The last model that was given, shown or not. */
  #model: MapModel | undefined;
  /** Since what it shows was last at rest. */
  #hasMoved = true;
  /** Layers that were loaded on demand. */
  readonly #added: MapLayer[] = [];
  /** Undefined until the style is loaded, and while the graphics card has dropped the map. */
  #stack: LayerStack | undefined;

  private constructor(map: Map, options: MapOptions) {
    this.#map = map;
    this.#options = options;
    this.#names = placeNames(options.covers);
    this.#baseMap = new BaseMapArchive(map, options);
    this.#tileNames = new TileNames(map, (names) => {
      this.#names.set(names);
      this.#stack?.showAgain();
    });
    this.camera = new MapCamera(map, options, () => this.#stack !== undefined);
    new MapPointer(map, options, this.camera, () => this.#stack?.drawn);
    this.#listen();
  }

  /** Needs `startMapEngine` to have run. Fails where the browser has no WebGL 2. */
  static open(element: HTMLElement, options: MapOptions): Result<MapView, Fault> {
    try {
      const opened: { map?: Map } = {};
      const map = new Map({
        container: element,
        style: EMPTY_STYLE,
        center: [options.start.lon, options.start.lat],
        zoom: options.start.zoom,
        minZoom: MIN_ZOOM,
        transformConstrain: stayOnWorld(element, () => opened.map?.getMaxZoom() ?? Infinity),
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
      opened.map = map;
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
      return ok(new MapView(map, options));
    } catch (cause) {
      if (cause instanceof GPUInitializationError) return failed({ kind: 'no-webgl' });
      throw cause;
    }
  }

  /** Adds a layer that the first view does not need. */
  add(layer: MapLayer): void {
    this.#added.push(layer);
    this.#stack?.add(layer, readPalette(document.documentElement));
  }

  show(model: MapModel): void {
    // Other labels of shares: what is laid over the map keeps away from them.
    this.#hasMoved ||= model.shares !== this.#model?.shares;
    this.#model = model;
    if (model.shares.length > 0 && !this.#shareLayers) void this.#loadShares();
    this.#draw();
  }

  /** Called when the page has changed its parts over the map: names that they cover in part go. */
  rest(): void {
    this.#stack?.rest();
  }

  /** The names of places and numbers that are written, in pixels: what is laid over the map keeps away from them. */
  nameBoxes(): readonly Box[] {
    return [...this.#names.boxes(this.#map), ...(this.#shareLabels?.boxes(this.#map) ?? [])];
  }

  /** Takes a turn of the wheel over what lies on the map; true where the map has used it. */
  wheel(event: WheelEvent): boolean {
    return !this.#map.getCanvasContainer().dispatchEvent(new WheelEvent(event.type, event));
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

  /** What is seen of the map, with what lies under a panel, drawn now; of that the surroundings of `about`, if given. */
  picture(about: Bounds | undefined): MapPicture | undefined {
    return this.#stack && drawPicture(this.#map, this.camera.free(['part']), about);
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
    map.on('idle', () => {
      if (!this.#stack || this.#model?.isMoving === true) return;
      const areNamesNew = this.#names.look(map);
      if (areNamesNew || this.#hasMoved) this.#options.onSettled();
      this.#hasMoved = false;
    });
    map.on('moveend', () => {
      this.#hasMoved = true;
      this.#options.onRest(this.camera.freeBounds);
      this.rest();
    });
    map.on('webglcontextlost', () => {
      this.#stack = undefined;
      this.#options.onFault({ kind: 'map-lost' });
    });
    map.on('webglcontextrestored', () => {
      // MapLibre restores a style without images and states, and none at all if the context is lost
      // again while that style loads. Adding everything anew takes the path of the first opening.
      map.setStyle(EMPTY_STYLE, { diff: false });
      void map.once('idle').then(() => {
        this.#options.onRestored('map-lost');
      });
    });
    map.on('error', (event) => {
      if (!this.#streetErrors.report(event, this.#model, this.#options.onFault))
        this.#baseMap.reportError(event);
    });
  }

  async #loadShares(): Promise<void> {
    const layers = await import('./layers/share-layers.ts');
    // Asked for once more while it loaded.
    if (this.#shareLayers) return;
    this.#shareLayers = layers;
    const palette = readPalette(document.documentElement);
    for (const layer of this.#newShareLayers()) this.#stack?.add(layer, palette);
    this.#hasMoved = true;
  }

  /** Labels keep away from the names, which are another layer in each style. */
  #newShareLayers(): readonly MapLayer[] {
    if (!this.#shareLayers) return [];
    const { mappedShares, shareLabels } = this.#shareLayers;
    const { shareLabel, covers } = this.#options;
    const labels = shareLabels(shareLabel, covers, (map) => this.#names.fixedBoxes(map));
    this.#shareLabels = labels;
    return [mappedShares(), labels];
  }

  /** Adds everything to a style that holds nothing. */
  #addAll(): void {
    const palette = readPalette(document.documentElement);
    this.#names = placeNames(this.#options.covers);
    this.#names.set(this.#tileNames.all);
    const context = {
      ...this.#options,
      baseMapUrl: this.#baseMap.url,
      names: this.#names,
    };
    addImages(this.#map, palette);
    this.#stack = new LayerStack(
      this.#map,
      [...MAP_LAYERS.map((layer) => layer(context)), ...this.#newShareLayers(), ...this.#added],
      palette,
    );
    this.#draw();
  }

  #draw(): void {
    const model = this.#model;
    const stack = this.#stack;
    if (!model || !stack) return;
    if (stack.drawn && stack.drawn.theme !== model.theme) {
      const palette = readPalette(document.documentElement);
      addImages(this.#map, palette);
      stack.repaint(palette);
    }
    stack.show(model);
  }
}
