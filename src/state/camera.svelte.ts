import { sameBounds, withMargin, type Bounds } from '../core/place/bounds.ts';
import { COARSE_LIMIT } from '../core/place/closest-zoom.ts';
import type { Camera } from '../core/url/view-state.ts';

/** About half the widest halo, in degrees: the home view shows places with their surroundings. */
const MARGIN_DEGREES = 0.12;

/** The box that the home view fits. Where the map zooms in further, surroundings are smaller. */
export const homeOf = (box: Bounds, zoomLimit: number): Bounds =>
  withMargin(box, MARGIN_DEGREES * 2 ** (COARSE_LIMIT - zoomLimit));

type Point = { readonly lon: number; readonly lat: number };

/** What the map is asked to do once. */
export type CameraCommand =
  | { readonly kind: 'look'; readonly camera: Camera }
  /** Fit a box, then bring a point of it out from under the rest of the page. */
  | {
      readonly kind: 'fit';
      readonly bounds: Bounds;
      readonly reveal: Point | undefined;
      /** At once: the frames of a flight would be drawn while a file is read. */
      readonly isJump: boolean;
      /** How far in the fit may zoom, where it is not the home view. */
      readonly closest?: number;
    }
  /** Move as little as shows this point free of what lies over the map. */
  | { readonly kind: 'reveal'; readonly lon: number; readonly lat: number };

/** Where the map looks, and where it was asked to look. */
export class MapCamera {
  #now = $state.raw<Camera | undefined>();
  #bounds = $state.raw<Bounds | undefined>();
  #restingBounds = $state.raw<Bounds | undefined>();
  #isMovedByReader = $state.raw(false);
  #wish = $state.raw<CameraCommand | undefined>();
  #home: Bounds | undefined;
  #all: Bounds | undefined;
  #beforeReveal: Camera | undefined;

  /** Where the map looks; undefined until it has opened. */
  get now(): Camera | undefined {
    return this.#now;
  }
  /** The view that a link must carry: undefined while the map is as it opened. */
  get chosenByReader(): Camera | undefined {
    return this.#isMovedByReader ? this.#now : undefined;
  }
  get command(): CameraCommand | undefined {
    return this.#wish;
  }

  /** The box of the home view, while the reader has chosen no other. */
  get homeBounds(): Bounds | undefined {
    return this.#isMovedByReader ? undefined : this.#home;
  }

  /** The map is as the home view left it: neither the reader nor the page has moved it since. */
  get isAtHome(): boolean {
    return !this.#isMovedByReader && this.#beforeReveal === undefined;
  }

  /** What the map shows, also under other parts of the page; undefined until it has opened. */
  get bounds(): Bounds | undefined {
    return this.#bounds;
  }
  /** What the free part of the map showed when it last stopped moving. */
  get settledBounds(): Bounds | undefined {
    return this.#restingBounds;
  }

  /** The map stopped moving, or another part of it is free: this is what that part shows. */
  settle(free: Bounds): void {
    if (!sameBounds(free, this.#restingBounds)) this.#restingBounds = free;
  }

  /** The map reports where it looks now. */
  report(camera: Camera, bounds: Bounds, isByReader: boolean): void {
    this.#now = camera;
    this.#bounds = bounds;
    if (!isByReader) return;
    this.#isMovedByReader = true;
    this.#beforeReveal = undefined;
  }

  /** The box that the home view fits, and the one that all fit into. */
  setHome(home: Bounds, all: Bounds): void {
    this.#home = home;
    this.#all = all;
  }

  /** Shows also what the home view leaves out. */
  showAll(): void {
    this.#isMovedByReader = true;
    this.#beforeReveal = undefined;
    if (this.#all)
      this.#wish = { kind: 'fit', bounds: this.#all, reveal: undefined, isJump: false };
  }

  goHome(reveal?: Point): void {
    this.#fitHome(reveal, reveal !== undefined);
  }

  /** As `goHome`, without a flight. */
  jumpHome(): void {
    this.#fitHome(undefined, true);
  }

  #fitHome(reveal: Point | undefined, isJump: boolean): void {
    this.#isMovedByReader = false;
    this.#beforeReveal = undefined;
    if (this.#home) this.#wish = { kind: 'fit', bounds: this.#home, reveal, isJump };
  }

  moveCamera(camera: Camera): void {
    this.#isMovedByReader = true;
    this.#beforeReveal = undefined;
    this.#now = camera;
    this.#wish = { kind: 'look', camera };
  }

  /** Shows a box that the reader asked for, no closer than a zoom. */
  lookAt(bounds: Bounds, closest: number): void {
    this.#isMovedByReader = true;
    this.#beforeReveal = undefined;
    this.#wish = { kind: 'fit', bounds, reveal: undefined, isJump: false, closest };
  }

  reveal(lon: number, lat: number): void {
    this.#beforeReveal ??= this.#now;
    this.#wish = { kind: 'reveal', lon, lat };
  }

  /** Back to where the map was before it revealed something, unless the reader moved it since. */
  returnFromReveal(): void {
    const before = this.#beforeReveal;
    this.#beforeReveal = undefined;
    if (before) this.#wish = { kind: 'look', camera: before };
  }
}
