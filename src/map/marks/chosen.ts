import { radiusOf } from '../../core/layout/mark-radius.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { formOf, outermost } from '../../core/model/mark-shape.ts';
import type { Chosen } from './instances.ts';

type Model = Pick<MapModel, 'emphasis' | 'shapes' | 'counts'>;

/** Places are means of what a mark holds, so those of one incident may differ by rounding. */
const SAME_DEGREES = 1e-9;

/** What gets a ring: the place of the open record, or the mark whose records are open. */
export function chosenIn(model: Model): Chosen | undefined {
  const { mark, place } = model.emphasis;
  const { marks, radiusOfOne } = model.shapes.view;
  if (place) {
    const own = markOfOneAt(model, place.lon, place.lat);
    const radius = own === undefined ? radiusOf(1, radiusOfOne) : outermostOf(model, own);
    return { ...place, radius };
  }
  if (mark === undefined) return undefined;
  return {
    lon: marks.lon[mark] ?? 0,
    lat: marks.lat[mark] ?? 0,
    radius: outermostOf(model, mark),
  };
}

/** From the centre to the farthest point of what is drawn of a mark; 0 when nothing is. */
function outermostOf({ shapes, counts }: Model, mark: number): number {
  const { radiusOfOne } = shapes.view;
  const certain = counts.marks.certain[mark] ?? 0;
  const all = radiusOf(certain + (counts.marks.possible[mark] ?? 0), radiusOfOne);
  if (certain === 0) return all;
  const form = formOf(certain, counts.effects[mark] ?? 0);
  return outermost(form, radiusOf(certain, radiusOfOne), all);
}

function markOfOneAt({ shapes, counts }: Model, lon: number, lat: number): number | undefined {
  const { marks } = shapes.view;
  const { certain, possible } = counts.marks;
  for (let mark = 0; mark < marks.length; mark++)
    if (
      certain[mark] === 1 &&
      possible[mark] === 0 &&
      Math.abs((marks.lon[mark] ?? 0) - lon) < SAME_DEGREES &&
      Math.abs((marks.lat[mark] ?? 0) - lat) < SAME_DEGREES
    )
      return mark;
  return undefined;
}
