/** A program of the graphics card, and its uniforms by name without their `u_`. */
export class ShaderProgram {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #locations = new Map<string, WebGLUniformLocation | null>();

  /** Throws an `Error` with the compiler's message if a source has a fault. */
  constructor(gl: WebGL2RenderingContext, vertices: string, pixels: string) {
    this.#gl = gl;
    this.#program = gl.createProgram();
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, vertices],
      [gl.FRAGMENT_SHADER, pixels],
    ] as const) {
      const shader = gl.createShader(kind);
      // A context that is lost creates and compiles nothing; that is no fault of the source.
      if (!shader) continue;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
        throw new Error(gl.getShaderInfoLog(shader) ?? 'The shader could not be compiled.');
      gl.attachShader(this.#program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(this.#program);
  }

  use(): this {
    this.#gl.useProgram(this.#program);
    return this;
  }

  at(name: string): WebGLUniformLocation | null {
    const known = this.#locations.get(name);
    if (known !== undefined) return known;
    const found = this.#gl.getUniformLocation(this.#program, `u_${name}`);
    this.#locations.set(name, found);
    return found;
  }

  /** These set a uniform of the program in use. */
  set(name: string, x: number, y?: number): void {
    if (y === undefined) this.#gl.uniform1f(this.at(name), x);
    else this.#gl.uniform2f(this.at(name), x, y);
  }
  setWhole(name: string, value: number): void {
    this.#gl.uniform1i(this.at(name), value);
  }
  setColors(name: string, channels: readonly number[]): void {
    this.#gl.uniform3fv(this.at(name), channels);
  }
  setMatrix(name: string, matrix: readonly number[]): void {
    this.#gl.uniformMatrix4fv(this.at(name), false, matrix);
  }

  remove(): void {
    this.#gl.deleteProgram(this.#program);
  }
}
