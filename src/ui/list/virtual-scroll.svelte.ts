/**
 * Browsers cap the height of an element: Chromium at 33.5 million device pixels, of which there may
 * be ten to a CSS pixel. Positions further down would be rounded visibly as well.
 */
const MAX_HEIGHT = 3_000_000;

/** So near to an end, in CSS pixels, a long list scrolls like a short one. */
const PLAIN_END = 100_000;

/** A movement is a jump beyond two viewports, but never below this: frames get lost in a low one. */
const MIN_JUMP = 1_500;

/**
 * Scrolls a list of any length in an element of limited height. Its `top` is how far the element is
 * scrolled, its `offset` how far the list is. Small movements move both alike; a jump takes the list
 * to the same share of its length, so that the scrollbar reaches all of it. By and by the two come
 * apart, which `restingTop` puts right while nothing moves.
 *
 * Only their difference, the shift, is kept: between none at the list's start and all that the
 * element lacks at its end, so that the offset stays in the list whatever happens.
 */
export class VirtualScroll {
  /** Of the scrolled element. */
  readonly height: number;
  readonly #lacking: number;
  #top: number = $state(0);
  #viewport: number = $state(0);
  #shift: number = $state(0);

  constructor(listHeight: number, top = 0, viewport = 0) {
    this.height = Math.min(listHeight, MAX_HEIGHT);
    this.#lacking = listHeight - this.height;
    this.#top = top;
    this.#viewport = viewport;
    this.#shift = this.#shiftAt(top);
  }

  get top(): number {
    return this.#top;
  }

  get viewport(): number {
    return this.#viewport;
  }

  /** Takes the list to a place in it; returns how far the element has to be scrolled for that. */
  goTo(offset: number): number {
    const top = this.#topAt(Math.max(offset, 0));
    this.#top = Math.max(Math.min(top, this.height - this.#viewport), 0);
    this.#shift = Math.min(Math.max(offset - this.#top, 0), this.#lacking);
    return this.#top;
  }

  /** What to take off a place in the list to have it in the element. */
  get shift(): number {
    return this.#shift;
  }

  get offset(): number {
    return this.#top + this.#shift;
  }

  /** The element is scrolled to `top`, or its viewport has changed. */
  moved(top: number, viewport: number): void {
    const isJump = Math.abs(top - this.#top) > Math.max(2 * viewport, MIN_JUMP);
    this.#top = top;
    this.#viewport = viewport;
    if (isJump) this.#shift = this.#shiftAt(top);
  }

  /** Where the element should be scrolled to in the end; undefined when it is there. */
  restingTop(): number | undefined {
    const top = this.#topAt(this.offset);
    return Math.abs(top - this.#top) < 1 ? undefined : top;
  }

  /** The element was scrolled to `top`, near enough to its final place; the list does not move. */
  rested(top: number): void {
    const shift = this.offset - top;
    const plain = this.#shiftAt(top);
    const isAtEnd = plain === 0 || plain === this.#lacking;
    this.#shift = isAtEnd && Math.abs(shift - plain) < 1 ? plain : shift;
    this.#top = top;
  }

  /** How much of the element scrolls faster than it should. */
  get #middle(): number {
    return Math.max(this.height - this.#viewport - 2 * PLAIN_END, 1);
  }

  #shiftAt(top: number): number {
    return this.#lacking * Math.min(Math.max((top - PLAIN_END) / this.#middle, 0), 1);
  }

  #topAt(offset: number): number {
    const across = this.#middle / (this.#middle + this.#lacking);
    const inMiddle = Math.min(Math.max(offset - PLAIN_END, 0), this.#middle + this.#lacking);
    return offset - inMiddle * (1 - across);
  }
}
