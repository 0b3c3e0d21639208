import type { Corner } from '../../state/draft-shape.ts';
import type { Drawing } from '../../state/drawing.svelte.ts';
import { movedByArrow } from './arrow-steps.ts';
import { DRAG_PIXELS, screenDistance, type ScreenPoint } from './screen-distance.ts';

/** This near to the first corner of a polygon, a click finishes it. */
const NEAR_PIXELS = 12;
const TOUCH_NEAR_PIXELS = 24;

/** How the map places what is drawn. */
export type DrawingMap = {
  readonly project: (corner: Corner) => ScreenPoint;
  readonly groundAt: (point: ScreenPoint) => Corner;
  /** Brings a point into view that a key has moved to. */
  readonly reveal: (corner: Corner) => void;
  readonly zoomBy: (steps: number) => void;
};

/** What a press, a drag, a click or a key does to a drawing, by any pointer or the keyboard. */
export class DrawingSteps {
  readonly #drawing: Drawing;
  readonly #map: DrawingMap;
  #pressed: ScreenPoint | undefined;
  /** The first corner was set by this press: a drag sets the second one. */
  #hasBegun = false;
  #isDragged = false;

  constructor(drawing: Drawing, map: DrawingMap) {
    this.#drawing = drawing;
    this.#map = map;
  }

  press(at: ScreenPoint): void {
    this.#pressed = at;
    this.#hasBegun = false;
    this.#isDragged = false;
    const { tool, corners } = this.#drawing;
    if (tool === 'polygon' || corners.length > 0) return;
    this.#drawing.addCorner(this.#map.groundAt(at));
    this.#hasBegun = true;
  }

  move(at: ScreenPoint): void {
    this.#drawing.pointAt(this.#map.groundAt(at));
  }

  /** The end of a drag. Without one a click follows, which decides: what ended here would leave it to the map. */
  release(at: ScreenPoint, isTouch: boolean): void {
    const pressed = this.#pressed;
    this.#pressed = undefined;
    if (!pressed || screenDistance(pressed, at) <= DRAG_PIXELS) return;
    this.#isDragged = true;
    this.#set(at, isTouch);
  }

  click(at: ScreenPoint, isTouch: boolean): void {
    const isLastOfDrag = this.#isDragged;
    this.#isDragged = false;
    if (!isLastOfDrag && !(this.#hasBegun && this.#drawing.tool !== 'polygon'))
      this.#set(at, isTouch);
  }

  #set(at: ScreenPoint, isTouch: boolean): void {
    if (this.#drawing.tool === 'polygon')
      this.#setCorner(at, isTouch ? TOUCH_NEAR_PIXELS : NEAR_PIXELS);
    else this.#drawing.addCorner(this.#map.groundAt(at));
  }

  /** The press is taken back, by the system or by a second finger. */
  takeBack(): void {
    this.#pressed = undefined;
    if (this.#hasBegun) this.#drawing.removeLast();
    this.#hasBegun = false;
  }

  /** True where the key was for the drawing. `start`: where the cross is before it was moved. */
  key({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, start: Corner): boolean {
    const drawing = this.#drawing;
    const at = drawing.pointer ?? start;
    const moved = movedByArrow(this.#map.project(at), { key, shiftKey });
    if (moved) {
      const next = this.#map.groundAt(moved);
      drawing.pointAt(next);
      this.#map.reveal(next);
    } else if (key === 'Enter' || key === ' ') {
      if (drawing.tool === 'polygon') this.#setCorner(this.#map.project(at), NEAR_PIXELS);
      else drawing.addCorner(at);
    } else if (key === 'Backspace' || key === 'Delete') drawing.removeLast();
    else if (key === '+' || key === '=') this.#map.zoomBy(1);
    else if (key === '-' || key === '_') this.#map.zoomBy(-1);
    else return false;
    return true;
  }

  /** On the first corner it finishes; on the last one it is the second click of a double click, and does too. */
  #setCorner(at: ScreenPoint, near: number): void {
    const drawing = this.#drawing;
    const isOn = (corner: Corner | undefined, pixels: number): boolean =>
      corner !== undefined && screenDistance(this.#map.project(corner), at) <= pixels;
    const { corners, canFinish } = drawing;
    if (canFinish && isOn(corners[0], near)) drawing.finish();
    else if (isOn(corners.at(-1), DRAG_PIXELS)) drawing.finish();
    else drawing.addCorner(this.#map.groundAt(at));
  }
}
