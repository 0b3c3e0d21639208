import type { Geometry } from 'geojson';
import { EVER } from '../../core/index/tally.ts';
import type { ModelOutline } from '../../core/model/map-model.ts';
import { spanAt, type IncidentTable } from '../../core/records/incident-table.ts';
import { unknownEndOf } from '../../core/records/unknown-ends.ts';

/** More lines and areas than this would only cover the map. */
const MAX_OUTLINES = 2_000;
const MAX_OUTLINE_POINTS = 400_000;

type Outline = { readonly offset: number; readonly shape: Geometry };

/** Lines and areas of the rows of a file, as many as can be drawn. */
export class RowOutlines {
  readonly #outlines: Outline[] = [];
  #points = 0;
  #leftOut = 0;

  /** How many were too many. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** `offset`: where the row is in its file. */
  add(shape: Geometry, offset: number): void {
    const isFull = this.#outlines.length >= MAX_OUTLINES || this.#points > MAX_OUTLINE_POINTS;
    const points = isFull ? 0 : JSON.stringify(shape).length / 20;
    if (isFull || this.#points + points > MAX_OUTLINE_POINTS) {
      this.#leftOut++;
      return;
    }
    this.#points += points;
    this.#outlines.push({ offset, shape });
  }

  /** The outlines with layer and time of their rows; `offsets`: of the rows of the table. */
  of(table: IncidentTable, offsets: Uint32Array): readonly ModelOutline[] {
    if (this.#outlines.length === 0) return [];
    const shapes = new Map(this.#outlines.map(({ offset, shape }) => [offset, shape]));
    const found: ModelOutline[] = [];
    offsets.forEach((offset, row) => {
      const shape = shapes.get(offset);
      if (!shape) return;
      // Other data sets may be open too, with a longer period.
      const unknown = unknownEndOf(table.isUndated[row]);
      const { from, to } = spanAt(table, row);
      const span = {
        from: unknown === 'from' || unknown === 'both' ? EVER.from : from,
        to: unknown === 'to' || unknown === 'both' ? EVER.to : to,
      };
      found.push({ shape, layer: table.layer[row] ?? 0, span });
    });
    return found;
  }
}
