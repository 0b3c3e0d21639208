import type { Feature } from 'geojson';
import { countKey } from '../../core/index/mark-counter.ts';
import { LOOKS } from '../../core/records/color-scheme.ts';
import { radiusOf } from '../../core/layout/mark-radius.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from '../../core/place/precision.ts';
import { EFFECT_CLASSES } from '../../core/records/incident.ts';
import { drawnRadius } from '../hit-test.ts';
import { ROOM_SIDE, signImage, SQUARE_SIDE } from '../map-images.ts';

/** How numbers and distances are written on the map. */
export type LabelTexts = {
  readonly precision: (radiusMeters: number) => string;
  readonly shortCount: (count: number) => string;
};

/** From this zoom on, a mark of one incident has room for the sign of its weapon. */
const SIGN_ZOOM = 9;
const SIGN_SIZE = 0.8;
/** Other labels are kept off a square a little smaller than the disc, so they may use its corners. */
const ROOM_PART = 0.9;

/** Size in pixels of the text below a mark. */
export const PRECISION_SIZE = 11;
const PRECISION_GAP = 3;
const WIDE_METERS = 10_000;

/** `background` of a number that is not on the full colour of a layer. */
const PALE = -1;
const HALT = EFFECT_CLASSES.indexOf('halt');
/** On a smaller mark of several rings a number cannot be read; its area shows the count. */
const MIN_NUMBER_PIXELS = 9;

const DIGIT_WIDTH_EMS = 0.52;
/** The part of a mark's width that a number may take. */
const NUMBER_WIDTH_PART = 0.86;
const MIN_FONT_SIZE = 9.5;
const MAX_FONT_SIZE = 17;

/** One point for each mark of a model, with the properties that the layers of `mark-labels` draw. */
export function markLabelFeatures(model: MapModel, texts: LabelTexts): Feature[] {
  const radii = minPrecisionRadii(model);
  return Array.from(model.shapes.view.marks.row, (_, mark) => {
    const background = PALE;
    return {
      type: 'Feature',
      geometry: pointOf(model, mark),
      properties: {
        count: countKey(model.counts.marks, mark),
        background,
        ...numberOn(model, mark, background, texts),
        ...iconOn(model, mark, background),
        ...precisionBelow(model, mark, radii[mark] ?? Infinity, texts),
      },
    };
  });
}

const pointOf = ({ shapes }: MapModel, mark: number): Feature['geometry'] => ({
  type: 'Point',
  coordinates: [shapes.view.marks.lon[mark] ?? 0, shapes.view.marks.lat[mark] ?? 0],
});

const certainIn = (model: MapModel, mark: number): number => model.counts.marks.certain[mark] ?? 0;

/** The count; `?` if all incidents of the window are only possible; nothing if there is no room. */
function numberOn(model: MapModel, mark: number, background: number, texts: LabelTexts) {
  const certain = certainIn(model, mark);
  const radius = drawnRadius(model, mark);
  const text = certain === 0 && radius > 0 ? '?' : certain > 1 ? texts.shortCount(certain) : '';
  const maxSize = (2 * radius * NUMBER_WIDTH_PART) / (text.length * DIGIT_WIDTH_EMS);
  const isCramped = radius < MIN_NUMBER_PIXELS && background === PALE;
  const isReadable = certain < 2 || (!isCramped && maxSize >= MIN_FONT_SIZE);
  return {
    text: isReadable ? text : '',
    // Larger numbers are on larger marks.
    size: Math.min(11 + Math.sqrt(certain) * 0.7, MAX_FONT_SIZE, Math.max(maxSize, MIN_FONT_SIZE)),
  };
}

/** The look of most of what is certainly in the window. */
export function largestLook({ counts: { looks } }: Pick<MapModel, 'counts'>, mark: number): number {
  const own = looks.subarray(mark * LOOKS, (mark + 1) * LOOKS);
  return own.indexOf(Math.max(...own));
}

/** The square of a halt, the sign of a single weapon, or a transparent icon that keeps labels off. */
function iconOn(model: MapModel, mark: number, background: number) {
  const { zoom, radiusOfOne } = model.shapes.view;
  const certain = certainIn(model, mark);
  const isSquare = model.counts.effects[mark] === HALT;
  const styleIndex = largestLook(model, mark);
  const side = radiusOf(Math.max(certain, 1), radiusOfOne) * Math.sqrt(Math.PI);
  const weapon = model.details?.singleWeapons.get(mark);
  const hasSign = certain === 1 && zoom >= SIGN_ZOOM && weapon !== undefined;
  const isOnColor = isSquare || background !== PALE;
  const roomSize = (2 * ROOM_PART * drawnRadius(model, mark)) / ROOM_SIDE;
  return {
    square: isSquare ? `square-${styleIndex}` : '',
    squareSize: side / SQUARE_SIDE,
    sign: hasSign ? signImage(weapon, isOnColor) : 'room',
    signSize: hasSign ? SIGN_SIZE : roomSize,
  };
}

/** How uncertain the places of a mark are, if even the most certain of them is uncertain by far. */
function precisionBelow(model: MapModel, mark: number, radiusMeters: number, texts: LabelTexts) {
  const isWide = radiusMeters >= WIDE_METERS && Number.isFinite(radiusMeters);
  return {
    precision: isWide ? texts.precision(radiusMeters) : '',
    below: (drawnRadius(model, mark) + PRECISION_GAP) / PRECISION_SIZE,
  };
}

/** By mark, the smallest radius of its precision circles in metres; infinite if it has none. */
function minPrecisionRadii({ shapes }: MapModel): readonly number[] {
  const { halos, marks } = shapes.view;
  const radii = Array.from(marks.row, () => Infinity);
  for (let i = 0; i < halos.length; i++) {
    const precision = IMPORTED_PRECISIONS[halos.precision[i] ?? 0];
    const meters = (precision && radiusMetersOf(precision)) ?? 0;
    const mark = halos.mark[i] ?? 0;
    radii[mark] = Math.min(radii[mark] ?? Infinity, meters);
  }
  return radii;
}
