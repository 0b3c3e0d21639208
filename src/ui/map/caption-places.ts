import { overlapOf, type Box } from '../../map/box.ts';

/** A caption to be placed next to its mark. Pixels of the map. */
export type WantedCaption = {
  /** Middle and radius of the mark as it is drawn. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
};

/** From the middle of the mark: where its line begins and ends, and the top left corner of its text. */
export type CaptionPlace = {
  readonly isLeft: boolean;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly left: number;
  readonly top: number;
};

/** Directions of the line in degrees above or below the horizontal, and its lengths, best first. */
const SLOPES = [-35, 35, -12, 12, -60, 60, -24, 24, -48, 48, -80, 80] as const;
const LENGTHS = Array.from({ length: 28 }, (_, at) => 14 + 7 * at);
/** Between the edge of the mark and the line, and between the line and the text. */
const MARK_GAP = 3;
const TEXT_GAP = 4;
/** Middle of the first line of the text, where the line ends. */
const HEAD_MIDDLE = 9;
const MARGIN = 4;
const STEP = 4;

const RADIANS = Math.PI / 180;

function candidates({ radius, width, height }: WantedCaption): readonly CaptionPlace[] {
  return LENGTHS.flatMap((length) =>
    SLOPES.flatMap((slope) =>
      [false, true].map((isLeft): CaptionPlace => {
        const side = isLeft ? -1 : 1;
        const [dx, dy] = [side * Math.cos(slope * RADIANS), Math.sin(slope * RADIANS)];
        const start = radius + MARK_GAP;
        const to = { x: dx * (start + length), y: dy * (start + length) };
        const left = isLeft ? to.x - TEXT_GAP - width : to.x + TEXT_GAP;
        // Above its mark, a text ends where its line does: else it would come down to the mark.
        const top = slope < -45 ? to.y - height + HEAD_MIDDLE : to.y - HEAD_MIDDLE;
        return { isLeft, from: { x: dx * start, y: dy * start }, to, left, top };
      }),
    ),
  );
}

const boxOf = ({ x, y, width, height }: WantedCaption, { left, top }: CaptionPlace): Box => ({
  left: x + left - MARGIN,
  right: x + left + width + MARGIN,
  top: y + top - MARGIN,
  bottom: y + top + height + MARGIN,
});

/** Points of the line, as boxes without width. */
function pointsOf({ x, y }: WantedCaption, { from, to }: CaptionPlace): readonly Box[] {
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP);
  return Array.from({ length: count }, (_, i) => {
    const part = (i + 1) / count;
    const [px, py] = [x + from.x + (to.x - from.x) * part, y + from.y + (to.y - from.y) * part];
    return { left: px - 1, right: px + 1, top: py - 1, bottom: py + 1 };
  });
}

const isIn = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

/**
 * Where each caption has room: in order, each as near to its mark as what is taken allows, within
 * `frame`. Neither text nor line may overlap `taken` (marks, names of places, parts of the page) or an earlier
 * caption. Undefined: it has no room and goes.
 */
export function placeCaptions(
  wanted: readonly WantedCaption[],
  taken: readonly Box[],
  frame: Box,
): readonly (CaptionPlace | undefined)[] {
  const boxes = [...taken];
  return wanted.map((caption) => {
    const isFree = (box: Box): boolean => !boxes.some((other) => overlapOf(box, other) > 0);
    const place = candidates(caption).find((one) => {
      const box = boxOf(caption, one);
      return isIn(box, frame) && isFree(box) && pointsOf(caption, one).every(isFree);
    });
    if (place) boxes.push(boxOf(caption, place), ...pointsOf(caption, place));
    return place;
  });
}
