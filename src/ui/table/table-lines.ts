import type { RecordList } from '../../core/index/record-list.ts';

/** A line of the table: a row by its position in the list, or the heading over series or totals. */
export type TableLine =
  | { readonly kind: 'row'; readonly position: number }
  | { readonly kind: 'heading'; readonly section: 'series' | 'totals' };

type Kinds = Pick<RecordList, 'incidents' | 'series' | 'totals'>;

/** Incidents, then series and totals, each of them below a heading, as lines of one height. */
export class TableLines {
  readonly length: number;
  readonly #kinds: Kinds;

  constructor(kinds: Kinds) {
    this.#kinds = kinds;
    this.length = kinds.incidents + below(kinds.series) + below(kinds.totals);
  }

  at(line: number): TableLine | undefined {
    const { incidents, series, totals } = this.#kinds;
    if (line < 0 || line >= this.length) return undefined;
    if (line < incidents) return { kind: 'row', position: line };
    const inSeries = line - incidents;
    if (inSeries < below(series))
      return inSeries === 0
        ? { kind: 'heading', section: 'series' }
        : { kind: 'row', position: incidents + inSeries - 1 };
    const inTotals = inSeries - below(series);
    return inTotals === 0 || totals === 0
      ? { kind: 'heading', section: 'totals' }
      : { kind: 'row', position: incidents + series + inTotals - 1 };
  }

  /** The line of a position in the list. */
  lineOf(position: number): number {
    const { incidents, series } = this.#kinds;
    if (position < incidents) return position;
    if (position < incidents + series) return position + 1;
    return position + 1 + (series > 0 ? 1 : 0);
  }
}

/** Rows with their heading. */
const below = (rows: number): number => (rows === 0 ? 0 : rows + 1);
