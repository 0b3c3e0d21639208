import type { MapModel } from '../core/model/map-model.ts';
import { toMercator, WORLD_PIXELS } from '../core/place/mercator.ts';
import { distanceTo, overlapOf, type Box } from './box.ts';
import { drawnRadius } from './hit-test.ts';
import { ANCHORS, directionOf, lineBoxes, textBox, type Anchor, type Text } from './label-box.ts';
import { DOT_GAP_EMS, type WrittenName } from './written-names.ts';

/** A mark as the window has it, in pixels of its level. */
type Disc = { readonly x: number; readonly y: number; readonly radius: number };

/** A name this near to its place, or to the mark on it, cannot be taken for another's. */
const NEAR = 7;
/** Further away, none is taken for that of its place. */
const MAX_GAP = 26;
const MARK_GAP = 4;
/** A second distance at which each side is tried. */
const EXTRA_OFFSET = 6;
/** Letters do not fill the box of their line, nor marks theirs. */
const MAX_HARMLESS_OVERLAP = 3;

export function discsOf(model: Pick<MapModel, 'shapes' | 'counts'>): readonly Disc[] {
  const { marks, zoom } = model.shapes.view;
  const pixels = WORLD_PIXELS * 2 ** zoom;
  return Array.from(marks.lon, (lon, mark) => {
    const { x, y } = toMercator(lon, marks.lat[mark] ?? 0);
    return { x: x * pixels, y: y * pixels, radius: drawnRadius(model, mark) };
  }).filter(({ radius }) => radius > 0);
}

const discOn = ({ x, y }: Text, discs: readonly Disc[]): Disc | undefined =>
  discs.find((disc) => Math.hypot(disc.x - x, disc.y - y) < disc.radius);

const gapTo = (lines: readonly Box[], { x, y, radius }: Disc): number =>
  Math.min(...lines.map((line) => distanceTo(line, x, y))) - radius;

/** Whether a name would be read as that of another mark, or of none. */
function isMisleading(text: Text, lines: readonly Box[], discs: readonly Disc[]): boolean {
  const own = discOn(text, discs);
  const gap = gapTo(lines, own ?? { x: text.x, y: text.y, radius: 0 });
  if (gap <= NEAR) return false;
  return gap > MAX_GAP || discs.some((disc) => disc !== own && gapTo(lines, disc) < gap);
}

/** The first side of its place where a name is near and free; undefined where none is. */
function nearPlacement(
  text: Text,
  gap: number,
  discs: readonly Disc[],
  names: readonly Box[],
): { readonly anchor: Anchor; readonly offset: number } | undefined {
  const own = discOn(text, discs);
  for (const anchor of ANCHORS) {
    const [dx, dy] = directionOf(anchor);
    const inDirection = own
      ? (Math.sign(dx) * (own.x - text.x) + Math.sign(dy) * (own.y - text.y)) / Math.hypot(dx, dy)
      : 0;
    const nearest = own ? Math.max(gap, inDirection + own.radius + MARK_GAP) : gap;
    for (const offset of [nearest, nearest + EXTRA_OFFSET]) {
      const box = textBox(text, anchor, offset);
      const lines = lineBoxes(text, anchor, box);
      const isFree =
        discs.every((disc) => gapTo(lines, disc) >= -MAX_HARMLESS_OVERLAP) &&
        names.every((other) => overlapOf(box, other) <= MAX_HARMLESS_OVERLAP);
      if (isFree && !isMisleading(text, lines, discs)) return { anchor, offset };
    }
  }
  return undefined;
}

/**
 * Names are placed for all windows at once, so in one with few marks a name can be far from its place, or next
 * to the mark of another one. Such a name is written near its place, or not at all.
 */
export function nearNames(
  names: readonly WrittenName[],
  model: Pick<MapModel, 'shapes' | 'counts'>,
): readonly WrittenName[] {
  const discs = discsOf(model);
  const pixels = WORLD_PIXELS * 2 ** model.shapes.view.zoom;
  const texts = names.map(({ name, lines }): Text => {
    const [lon = 0, lat = 0] = name.geometry.coordinates;
    const { x, y } = toMercator(lon, lat);
    return { x: x * pixels, y: y * pixels, lines };
  });
  const boxes = names.map(({ anchor, offset }, at): Box | undefined => {
    const text = texts[at];
    return text && textBox(text, anchor, offset);
  });
  return names.flatMap((one, at) => {
    const [text, box] = [texts[at], boxes[at]];
    const { anchor } = one;
    if (!text || !box || anchor === 'center') return [one];
    if (!isMisleading(text, lineBoxes(text, anchor, box), discs)) return [one];
    // Of less important names, MapLibre leaves out those that it is written over.
    const others = boxes.filter(
      (other, i): other is Box =>
        other !== undefined && i !== at && (names[i]?.isKey === true || (!one.isKey && i < at)),
    );
    const near = nearPlacement(text, DOT_GAP_EMS * one.size, discs, others);
    boxes[at] = near && textBox(text, near.anchor, near.offset);
    return near ? [{ ...one, ...near }] : [];
  });
}
