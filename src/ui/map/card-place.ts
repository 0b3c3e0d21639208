import { overlapOf, type Box } from '../../map/box.ts';

/** A card to be placed next to its mark. Pixels of the map. */
export type WantedCard = {
  /** Middle of the mark, and the most that it covers in any window. */
  readonly x: number;
  readonly y: number;
  readonly mark: Box;
  readonly width: number;
  readonly height: number;
};

/** From the middle of the mark: where its line ends, at the edge of the card, and the card's top left corner. */
export type CardPlace = {
  readonly to: { readonly x: number; readonly y: number };
  readonly left: number;
  readonly top: number;
};

/** What is in the way: what a card must not cover, and what it covers only where nothing else is free. */
export type CardObstacles = {
  readonly blocked: readonly Box[];
  readonly avoided: readonly Box[];
  readonly frame: Box;
};

/** From the edge of the mark to the card. */
const GAPS = [16, 28, 44, 64, 88, 116];
/** Where along its edge the line meets the card: a part of its width or height. */
const SHARES = [0.12, 0.3, 0.5, 0.7, 0.88];
/** Between the card and what is in the way. */
const MARGIN = 4;

/** Near places first; on each distance to the right, to the left, below and above. */
function candidates({ x, y, mark, width, height }: WantedCard): readonly CardPlace[] {
  return GAPS.flatMap((gap) => {
    const [right, left] = [mark.right - x + gap, mark.left - x - gap];
    const [below, above] = [mark.bottom - y + gap, mark.top - y - gap];
    const atSide = (edge: number, from: number) =>
      SHARES.map((share) => ({ to: { x: edge, y: 0 }, left: from, top: -share * height }));
    const atEnd = (edge: number, from: number) =>
      SHARES.map((share) => ({ to: { x: 0, y: edge }, left: -share * width, top: from }));
    return [
      ...atSide(right, right),
      ...atSide(left, left - width),
      ...atEnd(below, below),
      ...atEnd(above, above - height),
    ];
  });
}

export const cardBox = (
  { x, y, width, height }: Pick<WantedCard, 'x' | 'y' | 'width' | 'height'>,
  { left, top }: CardPlace,
): Box => ({
  left: x + left - MARGIN,
  right: x + left + width + MARGIN,
  top: y + top - MARGIN,
  bottom: y + top + height + MARGIN,
});

/** The line from the middle of the mark to the card. */
const lineBox = ({ x, y }: WantedCard, { to }: CardPlace): Box => ({
  left: Math.min(x, x + to.x) - 1,
  right: Math.max(x, x + to.x) + 1,
  top: Math.min(y, y + to.y) - 1,
  bottom: Math.max(y, y + to.y) + 1,
});

const isIn = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.right <= frame.right &&
  box.top >= frame.top &&
  box.bottom <= frame.bottom;

/**
 * Where a card has room next to its mark: where it was before, else in the nearest place that covers nothing,
 * else in the nearest that covers only what it may. Undefined: there is none.
 */
export function placeCard(
  card: WantedCard,
  { blocked, avoided, frame }: CardObstacles,
  before: CardPlace | undefined,
): CardPlace | undefined {
  const isFree = (place: CardPlace, taken: readonly Box[]): boolean => {
    const boxes = [cardBox(card, place), lineBox(card, place)];
    return taken.every((one) => boxes.every((box) => overlapOf(box, one) <= 0));
  };
  const possible = [...(before ? [before] : []), ...candidates(card)].filter(
    (place) => isIn(cardBox(card, place), frame) && isFree(place, blocked),
  );
  if (before && possible[0] === before) return before;
  return possible.find((place) => isFree(place, avoided)) ?? possible[0];
}
