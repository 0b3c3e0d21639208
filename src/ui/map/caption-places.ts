import { distanceTo, overlapOf, type Box } from '../../map/box.ts';
import { crossesBox, distanceToSegment, segmentsCross, type Segment } from '../../map/segment.ts';

/** A caption to be placed next to its mark. Pixels of the map. */
export type WantedCaption = {
  /** Middle and radius of the mark as it is drawn. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** What its text takes at different widths, the best first. */
  readonly shapes: readonly { readonly width: number; readonly height: number }[];
};

/** Which edge of the text the line ends at: `center` of its upper or lower edge. */
type CaptionSide = 'start' | 'end' | 'center';

/** From the middle of the mark: where its line begins and ends, and the top left corner of its text. */
export type CaptionPlace = {
  readonly side: CaptionSide;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly left: number;
  readonly top: number;
  /** Position in `shapes`. */
  readonly shape: number;
};

type Disc = { readonly x: number; readonly y: number; readonly radius: number };

/** What captions give way to: marks, names of places and parts of the page. */
export type CaptionObstacles = {
  readonly marks: readonly Disc[];
  readonly boxes: readonly Box[];
  readonly frame: Box;
};

/** Directions of the line in degrees above or below the horizontal, the best first. */
const SLOPES = [-35, 35, -15, 15, -55, 55, -25, 25, -45, 45, -5, 5, -65, 65, -75, 75] as const;
/** Steep enough for a text above or below the end of the line. */
const STEEP = 50;
const LENGTHS = Array.from({ length: 32 }, (_, at) => 14 + 7 * at);
/** A worse direction or shape is as bad as this much more line, in pixels. */
const COST = { slope: 2, shape: 24 };
/** Between the edge of the mark and the line, and between the line and the text. */
const MARK_GAP = 3;
const TEXT_GAP = 4;
/** Middle of the first line of the text, where the line ends. */
const HEAD_MIDDLE = 9;
const MARGIN = 4;
/** What a text leaves free around a mark, in addition: a mark is pointed at also just outside of its edge. */
const ROUND_MARK = 5;

const RADIANS = Math.PI / 180;

type Candidate = CaptionPlace & { readonly cost: number };
/** The line of a caption from its mark, with its slope and its position among the slopes. */
type Leader = Segment & { readonly slope: number; readonly cost: number };

/** The lines that nothing is in the way of; a longer one of a direction crosses what a shorter one does. */
function freeLeaders(
  { x, y, radius }: WantedCaption,
  { marks, boxes }: CaptionObstacles,
): readonly Leader[] {
  const start = radius + MARK_GAP;
  return SLOPES.flatMap((slope, i) =>
    [1, -1].flatMap((direction) => {
      const [dx, dy] = [direction * Math.cos(slope * RADIANS), Math.sin(slope * RADIANS)];
      const leaders: Leader[] = [];
      for (const length of LENGTHS) {
        const line = {
          from: { x: x + dx * start, y: y + dy * start },
          to: { x: x + dx * (start + length), y: y + dy * (start + length) },
        };
        const isBlocked =
          boxes.some((box) => crossesBox(line, box)) ||
          marks.some((mark) => distanceToSegment(mark, line) < mark.radius + 1);
        if (isBlocked) break;
        leaders.push({ ...line, slope, cost: length + COST.slope * i });
      }
      return leaders;
    }),
  );
}

/** Where the text may be at the end of a line. */
function* textsAt({ x, y, shapes }: WantedCaption, leader: Leader): Generator<Candidate> {
  const { slope } = leader;
  const from = { x: leader.from.x - x, y: leader.from.y - y };
  const to = { x: leader.to.x - x, y: leader.to.y - y };
  const side = to.x > 0 ? 'start' : 'end';
  for (const [shape, { width, height }] of shapes.entries()) {
    const line = { from, to, shape, cost: leader.cost + COST.shape * shape };
    const left = to.x > 0 ? to.x + TEXT_GAP : to.x - TEXT_GAP - width;
    // Above its mark, a text ends where its line does: else it would come down to the mark.
    const top = slope < -45 ? to.y - height + HEAD_MIDDLE : to.y - HEAD_MIDDLE;
    yield { ...line, side, left, top };
    if (Math.abs(slope) < STEEP) continue;
    const ended = slope < 0 ? to.y - height - TEXT_GAP : to.y + TEXT_GAP;
    yield { ...line, side: 'center', left: to.x - width / 2, top: ended };
  }
}

function boxOf({ x, y, shapes }: WantedCaption, { left, top, shape }: CaptionPlace): Box {
  const { width = 0, height = 0 } = shapes[shape] ?? {};
  return {
    left: x + left - MARGIN,
    right: x + left + width + MARGIN,
    top: y + top - MARGIN,
    bottom: y + top + height + MARGIN,
  };
}

const isIn = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

/** The places of a caption that nothing is in the way of, the best first. */
function freePlaces(caption: WantedCaption, obstacles: CaptionObstacles): readonly Candidate[] {
  const { marks, boxes, frame } = obstacles;
  const isFree = (box: Box): boolean =>
    isIn(box, frame) &&
    boxes.every((other) => overlapOf(box, other) <= 0) &&
    marks.every(({ x, y, radius }) => distanceTo(box, x, y) >= radius + ROUND_MARK);
  return freeLeaders(caption, obstacles)
    .flatMap((leader) => [...textsAt(caption, leader)])
    .filter((place) => isFree(boxOf(caption, place)))
    .toSorted((a, b) => a.cost - b.cost);
}

/** A caption as others see it. */
type Drawn = { readonly box: Box; readonly line: Segment };

function drawnAt(caption: WantedCaption, place: CaptionPlace): Drawn {
  const { x, y } = caption;
  const { from, to } = place;
  const line = { from: { x: x + from.x, y: y + from.y }, to: { x: x + to.x, y: y + to.y } };
  return { box: boxOf(caption, place), line };
}

const collide = (a: Drawn, b: Drawn): boolean =>
  overlapOf(a.box, b.box) > 0 ||
  crossesBox(a.line, b.box) ||
  crossesBox(b.line, a.box) ||
  segmentsCross(a.line, b.line);

type Placed = ReadonlyMap<number, Candidate>;

/** Each caption in an order has the first of its free places that the ones before it leave. */
function placeInOrder(
  wanted: readonly WantedCaption[],
  free: readonly (readonly Candidate[])[],
  order: readonly number[],
): Placed {
  const placed = new Map<number, Candidate>();
  const drawn: Drawn[] = [];
  for (const at of order) {
    const caption = wanted[at];
    const place = free[at]?.find(
      (one) => caption && !drawn.some((other) => collide(drawnAt(caption, one), other)),
    );
    if (!caption || !place) continue;
    placed.set(at, place);
    drawn.push(drawnAt(caption, place));
  }
  return placed;
}

/**
 * Where each caption has room within the frame, as near to its mark as what is in the way allows. Those with
 * the fewest free places choose first; where one finds none, it chooses before the others. Undefined: it has no
 * room and goes.
 */
export function placeCaptions(
  wanted: readonly WantedCaption[],
  obstacles: CaptionObstacles,
): readonly (CaptionPlace | undefined)[] {
  const free = wanted.map((caption) => freePlaces(caption, obstacles));
  const freeOf = (at: number): number => free[at]?.length ?? 0;
  let order = wanted
    .map((_, at) => at)
    .filter((at) => freeOf(at) > 0)
    .toSorted((a, b) => freeOf(a) - freeOf(b));
  let best: Placed = new Map();
  for (let attempt = 0; attempt <= order.length; attempt++) {
    const placed = placeInOrder(wanted, free, order);
    if (placed.size > best.size) best = placed;
    const left = order.filter((at) => !placed.has(at));
    if (left.length === 0) break;
    order = [...left, ...order.filter((at) => placed.has(at))];
  }
  return wanted.map((_, at) => best.get(at));
}
