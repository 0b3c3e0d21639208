import type { Feature } from 'geojson';
import { countKey } from '../../core/index/mark-counter.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { formOf, type MarkForm } from '../../core/model/mark-shape.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf } from '../../core/place/precision.ts';
import { groundPixels } from '../ground-circle.ts';
import { drawnRadius } from '../hit-test.ts';
import { ROOM_SIDE, signImage, type SignGround } from '../map-images.ts';

/** From this zoom on, a mark of one incident has room for the sign of its weapon. */
const SIGN_ZOOM = 9;
const SIGN_SIZE = 0.8;
/** What a sign lies on, by the form of its mark. */
const GROUND_OF_SIGN: Readonly<Record<MarkForm, SignGround>> = {
  filled: 'color',
  open: 'paper',
  half: 'half',
  square: 'color',
  coin: 'paper',
  'square-coin': 'paper',
};
/** Other labels are kept off a square a little smaller than the disc, so they may use its corners. */
const ROOM_PART = 0.9;

/** Size in pixels of the text below a mark. */
export const PRECISION_SIZE = 11;
const PRECISION_GAP = 3;
const WIDE_METERS = 10_000;
/** A wider circle does not fit a window: no mark may look more certain than it is. */
const WIDE_PIXELS = 400;

/** One point for each mark of a model, with the properties that the layers of `mark-labels` draw. */
export function markLabelFeatures(
  model: MapModel,
  precisionText: (radiusMeters: number) => string,
): Feature[] {
  const radii = minPrecisionRadii(model);
  return Array.from(model.shapes.view.marks.row, (_, mark) => ({
    type: 'Feature',
    geometry: pointOf(model, mark),
    properties: {
      count: countKey(model.counts.marks, mark),
      ...iconOn(model, mark),
      ...precisionBelow(model, mark, radii[mark] ?? Infinity, precisionText),
    },
  }));
}

const pointOf = ({ shapes }: MapModel, mark: number): Feature['geometry'] => ({
  type: 'Point',
  coordinates: [shapes.view.marks.lon[mark] ?? 0, shapes.view.marks.lat[mark] ?? 0],
});

/** The sign of a single weapon, or a transparent icon that keeps labels off the mark. */
function iconOn(model: MapModel, mark: number) {
  const certain = model.counts.marks.certain[mark] ?? 0;
  const weapon = model.details?.singleWeapons.get(mark);
  // The sign of one would be on the parts of both.
  const isWhole = model.counts.second === undefined;
  if (isWhole && certain === 1 && model.shapes.view.zoom >= SIGN_ZOOM && weapon !== undefined) {
    const form = formOf(certain, model.counts.effects[mark] ?? 0);
    return { sign: signImage(weapon, GROUND_OF_SIGN[form]), signSize: SIGN_SIZE };
  }
  const room = 2 * ROOM_PART * drawnRadius(model, mark);
  return { sign: 'room', signSize: room / ROOM_SIDE };
}

/** How uncertain the places of a mark are, if even the most certain of them is uncertain by far, or by more than is seen. */
function precisionBelow(
  model: MapModel,
  mark: number,
  radiusMeters: number,
  textOf: (radiusMeters: number) => string,
) {
  const { view } = model.shapes;
  const isWide =
    Number.isFinite(radiusMeters) &&
    (radiusMeters >= WIDE_METERS ||
      groundPixels(radiusMeters, view.marks.lat[mark] ?? 0, view.zoom) > WIDE_PIXELS);
  return {
    precision: isWide ? textOf(radiusMeters) : '',
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
