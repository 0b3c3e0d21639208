type Line = readonly number[];

/** How many lines end at each point. */
export class LineEnds {
  readonly #counts = new Map<string, number>();

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      for (const end of keysOf(line)) this.#counts.set(end, (this.#counts.get(end) ?? 0) + 1);
    }
  }

  /** Of the start and the end of one of the lines: whether no other line meets it there. */
  loose(line: Line): [boolean, boolean] {
    const [start, end] = keysOf(line);
    return [this.#counts.get(start) === 1, this.#counts.get(end) === 1];
  }
}

function keysOf(line: Line): [string, string] {
  return [line.slice(0, 2).join(' '), line.slice(-2).join(' ')];
}
