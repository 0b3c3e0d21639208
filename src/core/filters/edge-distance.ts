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

const squaredChordOf = (angle: number): number => Math.sin(Math.min(angle, Math.PI) / 2) ** 2;

/**
 * Whether the shortest way on the ground from a point to an edge that is straight on the Mercator map is at most
 * an angle. Most edges are decided by their ends, because the map is never smaller than the ground.
 */
export function isEdgeNear(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x: number,
  y: number,
  angle: number,
): boolean {
  const near = squaredChordOf(angle);
  const ends = Math.min(halfChordSquared(x1, y1, x, y), halfChordSquared(x2, y2, x, y));
  if (ends <= near) return true;
  const length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
  if (angle + length / 2 < Math.PI && ends > squaredChordOf(angle + length / 2)) return false;
  return leastHalfChord(x1, y1, x2, y2, x, y) <= near;
}

/** The least haversine on the way along an edge. */
function leastHalfChord(
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
  return least;
}
