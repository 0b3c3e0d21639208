import type { AxisDeaths } from '../../core/index/timeline-deaths.ts';
import { mostOf, type Toll } from '../../core/index/toll.ts';

export type DeathColumns = {
  /** The least by column, and what may be added to it. */
  readonly least: readonly number[];
  readonly more: readonly number[];
  /** Deaths of incidents that may be in several columns, over all of these; ends are edges. */
  readonly spans: readonly {
    readonly first: number;
    readonly last: number;
    readonly killed: Toll;
  }[];
};

/** People killed, by the columns of the axis. */
export function deathColumns(
  deaths: readonly AxisDeaths[],
  edges: ArrayLike<number>,
): DeathColumns {
  const count = Math.max(edges.length - 1, 0);
  const least = new Array<number>(count).fill(0);
  const more = new Array<number>(count).fill(0);
  const starts = Array.from(edges);
  const spans = deaths.flatMap(({ range, killed, isInBin }) => {
    const first = Math.max(
      starts.findLastIndex((edge) => edge <= range.from),
      0,
    );
    if (isInBin && first < count) {
      const few = killed.certain[0];
      least[first] = (least[first] ?? 0) + few;
      more[first] = (more[first] ?? 0) + mostOf(killed) - few;
      return [];
    }
    const end = starts.findIndex((edge) => edge >= range.to);
    return [{ first, last: end === -1 ? count : end, killed }];
  });
  return { least, more, spans };
}
