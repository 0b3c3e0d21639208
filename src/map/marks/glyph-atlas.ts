/*
 * The characters of numbers, drawn once for each font size in device pixels, so that a number is as sharp
 * as any other text of the page. A row of the picture is one size.
 */

const FAMILY = '600 1px "Dateline Sans Semibold", "Dateline Sans", sans-serif';
/**
 * Font sizes in device pixels, about an eighth apart where that is not a whole pixel. The smallest are for
 * browsers that show the page smaller; what would be smaller still is left out.
 */
export const SIZES = [
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 25, 28, 32, 36, 40, 44, 50, 56, 64, 72,
  80, 88, 100,
];
/** A number has the largest of these sizes that is at most so much more than its own. */
export const SIZE_SLACK = 0.25;
export const MAX_ROWS = SIZES.length;
export const MAX_GLYPHS = 31;
const PAD = 1;
const DESCENT = 0.3;

export type GlyphAtlas = {
  readonly canvas: HTMLCanvasElement;
  /** By row: font size, top of the row, width of a cell, height of a digit; in pixels of the picture. */
  readonly rows: Float32Array;
  readonly rowCount: number;
  /** By glyph: how far the next one is, in font sizes. */
  readonly advances: Float32Array;
};

/** Which characters there are, and how wide: digits are equally wide, so that numbers do not tremble. */
export class Glyphs {
  #characters: string[] = [];
  readonly #advances = new Float32Array(MAX_GLYPHS + 1);
  readonly #pen: CanvasRenderingContext2D;

  constructor() {
    const pen = document.createElement('canvas').getContext('2d', { alpha: false });
    if (!pen)
      throw new Error('The browser provides no 2D drawing context for the numbers of the map.');
    this.#pen = pen;
    for (const digit of '0123456789') this.numberOf(digit);
  }

  get length(): number {
    return this.#characters.length;
  }

  advanceOf(glyph: number): number {
    return this.#advances[glyph] ?? 0;
  }

  /** The number of a character, from 1; 0 when there is no room for more. */
  numberOf(character: string): number {
    const known = this.#characters.indexOf(character);
    if (known !== -1) return known + 1;
    if (this.#characters.length === MAX_GLYPHS) return 0;
    this.#characters.push(character);
    this.#pen.font = fontOf(100);
    const isDigit = /\d/.test(character);
    const widths = Array.from(
      isDigit ? '0123456789' : character,
      (one) => this.#pen.measureText(one).width,
    );
    this.#advances[this.#characters.length] = Math.max(...widths) / 100;
    return this.#characters.length;
  }

  /** Draws all characters in the sizes up to `maxSize` device pixels. */
  draw(maxSize: number): GlyphAtlas {
    const sizes = SIZES.filter((_, row) => row === 0 || (SIZES[row - 1] ?? 0) < maxSize);
    const widest = Math.max(...this.#advances);
    const rows = new Float32Array(MAX_ROWS * 4);
    let top = 0;
    sizes.forEach((size, row) => {
      const digit = this.#heightOf(size);
      rows.set([size, top, Math.ceil(size * widest) + 2 * PAD, digit], 4 * row);
      top += digit + Math.ceil(DESCENT * size) + 2 * PAD;
    });
    const { canvas } = this.#pen;
    canvas.width = (rows[4 * (sizes.length - 1) + 2] ?? 0) * (this.length + 1);
    canvas.height = top;
    const pen = this.#pen;
    pen.fillStyle = '#000';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#fff';
    pen.textAlign = 'center';
    sizes.forEach((size, row) => {
      const [, y = 0, cell = 0, digit = 0] = rows.subarray(4 * row);
      pen.font = fontOf(size);
      this.#characters.forEach((character, i) => {
        const advance = Math.round(size * this.advanceOf(i + 1));
        pen.fillText(character, cell * (i + 1) + PAD + advance / 2, y + PAD + digit);
      });
    });
    return { canvas, rows, rowCount: sizes.length, advances: this.#advances };
  }

  #heightOf(size: number): number {
    this.#pen.font = fontOf(size);
    return Math.round(this.#pen.measureText('0').actualBoundingBoxAscent);
  }
}

const fontOf = (size: number): string => FAMILY.replace('1px', `${size}px`);
