export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

type Placed = { readonly x: number; readonly y: number };

const DIRECTION: Readonly<Record<ArrowKey, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Going sideways costs this many times what going ahead costs. */
const SIDEWAYS = 2;

/** The nearest thing in the direction of an arrow key; undefined when nothing lies there. */
export function nearestTowards<Thing extends Placed>(
  things: readonly Thing[],
  from: Placed,
  key: ArrowKey,
): Thing | undefined {
  const [dx, dy] = DIRECTION[key];
  let nearest: { readonly thing: Thing; readonly cost: number } | undefined;
  for (const thing of things) {
    const x = thing.x - from.x;
    const y = thing.y - from.y;
    const ahead = x * dx + y * dy;
    if (ahead <= 0) continue;
    const cost = ahead + SIDEWAYS * Math.abs(x * dy + y * dx);
    if (cost < (nearest?.cost ?? Infinity)) nearest = { thing, cost };
  }
  return nearest?.thing;
}
