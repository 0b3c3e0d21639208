interface WeighedLine {
  readonly xy: ArrayLike<number>;
  readonly weights: Float32Array;
}

/** The vertices whose weight is at least that of a triangle of `tolerance` by `tolerance`, multiplied by `scale`. */
export function simplifyLine({ xy, weights }: WeighedLine, tolerance: number, scale = 1): number[] {
  const lightest = tolerance ** 2;
  const kept: number[] = [];
  for (let vertex = 0; vertex < weights.length; vertex++) {
    if ((weights[vertex] ?? 0) < lightest) continue;
    kept.push((xy[2 * vertex] ?? NaN) * scale, (xy[2 * vertex + 1] ?? NaN) * scale);
  }
  return kept;
}
