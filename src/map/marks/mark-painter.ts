import type { CustomRenderMethodInput, Map } from 'maplibre-gl';
import { WORLD_PIXELS } from '../../core/place/mercator.ts';
import type { Palette } from '../palette.ts';
import { MAX_GLYPHS, MAX_ROWS, type Glyphs } from './glyph-atlas.ts';
import { LINE, NUMBERS, type Instances } from './instances.ts';
import { ShaderProgram } from './shader-program.ts';
import { NUMBER_PIXELS, NUMBER_VERTICES, SHAPE_PIXELS, SHAPE_VERTICES } from './shaders.ts';

/** Of the two triangles of a shape or a character. */
const VERTICES = 6;
/** Texture units. */
const ATLAS = 0;
const INSTANCES = 1;
const TEXELS = (LINE * NUMBERS) / 4;
/** Largest font size in CSS pixels: 22, twice as large where the map is close. */
const MAX_FONT = 44;
/** How far a mark may reach into what is seen, in CSS pixels, so that its copy of the world is drawn. */
const REACH = 160;

/** Colours of the parts of rings, in their order; the last is of what is joined. */
export type MarkColors = Pick<Palette, 'region' | 'core' | 'ink' | 'halo' | 'accent'> & {
  readonly parts: readonly string[];
};

/** A `#rrggbb` colour as three numbers from 0 to 1. */
const rgb = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

/**
 * What draws all marks in three calls, shapes, numbers and lozenges: the objects of one WebGL context. The shaders read the
 * numbers of an instance from a texture: where there is no graphics card, each instance of an instanced call costs
 * as much as a call.
 */
export class MarkPainter {
  readonly #map: Map;
  readonly #gl: WebGL2RenderingContext;
  readonly #shapes: ShaderProgram;
  readonly #numbers: ShaderProgram;
  readonly #noArrays: WebGLVertexArrayObject;
  readonly #atlasTexture: WebGLTexture;
  readonly #instanceTexture: WebGLTexture;
  readonly #glyphs: Glyphs;
  #room = 0;
  #isUploaded = false;
  #atlas: { readonly ratio: number; readonly glyphs: number } | undefined;

  constructor(map: Map, gl: WebGL2RenderingContext, glyphs: Glyphs) {
    this.#map = map;
    this.#gl = gl;
    this.#glyphs = glyphs;
    this.#shapes = new ShaderProgram(gl, SHAPE_VERTICES, SHAPE_PIXELS);
    this.#numbers = new ShaderProgram(gl, NUMBER_VERTICES, NUMBER_PIXELS);
    this.#noArrays = gl.createVertexArray();
    this.#atlasTexture = gl.createTexture();
    this.#instanceTexture = gl.createTexture();
  }

  /** The numbers of the marks are new. */
  changed(): void {
    this.#isUploaded = false;
  }

  /** Hands the numbers of the marks to the graphics card, in whole lines. */
  #upload({ data, length, numbered }: Instances): void {
    if (this.#isUploaded) return;
    this.#isUploaded = true;
    const gl = this.#gl;
    const lines = data.length / (4 * TEXELS);
    if (this.#room !== lines) {
      this.#room = lines;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, TEXELS, lines, 0, gl.RGBA, gl.FLOAT, data);
      for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
    } else {
      const used = Math.ceil((length * NUMBERS + numbered) / (4 * TEXELS));
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, TEXELS, used, gl.RGBA, gl.FLOAT, data);
    }
  }

  draw(
    { defaultProjectionData }: CustomRenderMethodInput,
    instances: Instances,
    colors: MarkColors,
  ): void {
    const { length, marksEnd, origin, numbered, characters } = instances;
    if (length === 0) return;
    const gl = this.#gl;
    const matrix = Array.from(defaultProjectionData.mainMatrix);
    // The map is never turned or tilted: x and y are only scaled, and w is the same everywhere.
    const [scaleX = 1, , , , , scaleY = 1] = matrix;
    const [shiftX = 0, shiftY = 0, , w = 1] = matrix.slice(12);
    const worldPixels = WORLD_PIXELS * 2 ** this.#map.getZoom();
    const clipOfPixel = [scaleX / worldPixels / w, scaleY / worldPixels / w] as const;
    const ratio = (gl.drawingBufferWidth * clipOfPixel[0]) / 2;

    gl.disable(gl.DEPTH_TEST);
    gl.bindVertexArray(this.#noArrays);
    gl.activeTexture(gl.TEXTURE0 + INSTANCES);
    gl.bindTexture(gl.TEXTURE_2D, this.#instanceTexture);
    this.#upload(instances);
    gl.activeTexture(gl.TEXTURE0 + ATLAS);
    gl.bindTexture(gl.TEXTURE_2D, this.#atlasTexture);
    const shapes = this.#shapes.use();
    shapes.setWhole('instances', INSTANCES);
    shapes.set('clipOfPixel', ...clipOfPixel);
    shapes.set('ratio', ratio);
    shapes.setColors('parts', colors.parts.flatMap(rgb));
    shapes.setColors('paper', rgb(colors.region));
    shapes.setColors('core', rgb(colors.core));
    shapes.setColors('ink', rgb(colors.ink));
    shapes.setColors('line', rgb(colors.halo));
    shapes.setColors('accent', rgb(colors.accent));
    const numbers = this.#numbers.use();
    this.#drawGlyphs(ratio);
    numbers.set('clipOfPixel', ...clipOfPixel);
    numbers.set('viewport', gl.drawingBufferWidth, gl.drawingBufferHeight);
    numbers.set('ratio', ratio);
    // On whole pixels, which would make numbers tremble while the map moves.
    numbers.set('snaps', this.#map.isMoving() ? 0 : 1);
    numbers.setWhole('first', length);
    numbers.setWhole('perMark', characters);
    numbers.setWhole('instances', INSTANCES);
    numbers.setWhole('atlas', ATLAS);
    numbers.setColors('ink', rgb(colors.ink));

    // The copies of the world that are seen, as MapLibre's own layers draw them.
    const reach = REACH / worldPixels;
    const west = (-w - shiftX) / scaleX - reach;
    const east = (w - shiftX) / scaleX + reach;
    for (let world = Math.floor(west); world < east; world++) {
      const moved = matrix.with(12, shiftX + scaleX * (origin.x + world));
      moved[13] = shiftY + scaleY * origin.y;
      this.#shapes.use().setMatrix('matrix', moved);
      gl.drawArrays(gl.TRIANGLES, 0, VERTICES * marksEnd);
      if (numbered > 0) {
        this.#numbers.use().setMatrix('matrix', moved);
        gl.drawArrays(gl.TRIANGLES, 0, VERTICES * numbered * characters);
      }
      if (marksEnd === length) continue;
      this.#shapes.use();
      gl.drawArrays(gl.TRIANGLES, VERTICES * marksEnd, VERTICES * (length - marksEnd));
    }
    gl.bindVertexArray(null);
  }

  /** Draws the picture of the characters where there are new ones, or more device pixels. */
  #drawGlyphs(ratio: number): void {
    const gl = this.#gl;
    const glyphs = this.#glyphs.length;
    if (this.#atlas?.glyphs === glyphs && this.#atlas.ratio >= ratio) return;
    const { canvas, rows, rowCount, advances } = this.#glyphs.draw(MAX_FONT * ratio);
    this.#atlas = { ratio, glyphs };
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, gl.RED, gl.UNSIGNED_BYTE, canvas);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
    gl.uniform4fv(this.#numbers.at('rows'), rows, 0, MAX_ROWS * 4);
    gl.uniform1fv(this.#numbers.at('advances'), advances, 0, MAX_GLYPHS + 1);
    this.#numbers.setWhole('rowCount', rowCount);
  }

  remove(): void {
    const gl = this.#gl;
    this.#shapes.remove();
    this.#numbers.remove();
    gl.deleteVertexArray(this.#noArrays);
    gl.deleteTexture(this.#atlasTexture);
    gl.deleteTexture(this.#instanceTexture);
  }
}
