import { radiusOf } from '../../core/layout/mark-radius.ts';
import type { MarkCounts } from '../../core/index/mark-counter.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import { formOf, outermost } from '../../core/model/mark-shape.ts';
import type { Chosen } from './instances.ts';

type Model = Pick<MapModel, 'emphasis' | 'shapes' | 'counts'>;

/**
 * What gets a ring: the mark whose records are open, or that holds the open record. A record that no mark holds gets
 * none: a ring alone would look like an incident that was intercepted.
 */
export function chosenIn(model: Model): Chosen | undefined {
  const { mark } = model.emphasis;
  if (mark === undefined) return undefined;
  const { marks } = model.shapes.view;
  return {
    lon: marks.lon[mark] ?? 0,
    lat: marks.lat[mark] ?? 0,
    radius: Math.max(
      outermostOf(model, model.counts, mark),
      model.counts.second ? outermostOf(model, model.counts.second, mark) : 0,
    ),
  };
}

/** From the centre to the farthest point of what is drawn of a mark; 0 when nothing is. */
function outermostOf({ shapes }: Model, counts: MarkCounts, mark: number): number {
  const { radiusOfOne } = shapes.view;
  const certain = counts.marks.certain[mark] ?? 0;
  const all = radiusOf(certain + (counts.marks.possible[mark] ?? 0), radiusOfOne);
  if (certain === 0) return all;
  const form = formOf(certain, counts.effects[mark] ?? 0);
  return outermost(form, radiusOf(certain, radiusOfOne), all);
}
