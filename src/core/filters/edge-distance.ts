/** Between two of these samples of an edge its distance has one minimum, in radians of the map. */
const SAMPLE_STEP = 0.1;
const MAX_SAMPLES = 128;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Steps of a golden section, each 0.62 of the one before: to a ten-thousandth of a sample. */
const STEPS = 24;

/**
 * Half the chord between two points of the Mercator map, squared: the haversine of their angle, since the cosine of
 * a latitude is 1 / cosh of its height on the map.
 */
function halfChordSquared(x1: number, y1: number, x2: number, y2: number): number {
  const north = Math.sinh((y2 - y1) / 2);
  const east = Math.sin((x2 - x1) / 2);
  return (north * north + east * east) / (Math.cosh(y1) * Math.cosh(y2));
}

/** The shortest way on the ground, in radians, from a point to an edge that is straight on the Mercator map. */
export function edgeDistance(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x: number,
  y: number,
): number {
  const at = (part: number): number =>
    halfChordSquared(x1 + part * (x2 - x1), y1 + part * (y2 - y1), x, y);
  const length = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
  const samples = Math.min(Math.max(Math.ceil(length / SAMPLE_STEP), 2), MAX_SAMPLES);
  let best = 0;
  let least = Infinity;
  for (let sample = 0; sample <= samples; sample++) {
    const one = at(sample / samples);
    if (one < least) [least, best] = [one, sample];
  }
  let from = Math.max(best - 1, 0) / samples;
  let to = Math.min(best + 1, samples) / samples;
  for (let step = 0; step < STEPS; step++) {
    const reach = (to - from) * GOLDEN;
    const [low, high] = [at(to - reach), at(from + reach)];
    least = Math.min(least, low, high);
    if (low < high) to = from + reach;
    else from = to - reach;
  }
  return 2 * Math.asin(Math.min(1, Math.sqrt(least)));
}
