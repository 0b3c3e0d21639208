/** Weighted places: Mercator x, y in 0..1 (as `toMercator`), and how many incidents each holds. */
export type PlacedCounts = {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0: the place is not shown. */
  readonly count: Uint32Array;
};

/** The marks of one zoom, in order of descending count, then x, then y. */
export type MarkLayout = {
  /** Pixels of the radius of a mark of one incident; see `radiusOf`. */
  readonly radiusOfOne: number;
  /** Mark of each place, or `NO_MARK` for a place without incidents. */
  readonly markOf: Uint32Array<ArrayBuffer>;
  readonly length: number;
  /** Mercator mean of the incidents that a mark holds. */
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly count: Uint32Array<ArrayBuffer>;
};

export const NO_MARK = 0xffffffff;
