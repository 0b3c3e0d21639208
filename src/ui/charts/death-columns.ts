import type { AxisDeaths } from '../../core/index/timeline-deaths.ts';
import type { CountRange } from '../../core/records/incident.ts';

export type DeathColumns = {
  /** The least by column, and what may be added to it. */
  readonly least: readonly number[];
  readonly more: readonly number[];
  /** Deaths of incidents that may be in several columns, over all of these; ends are edges. */
  readonly spans: readonly {
    readonly first: number;
    readonly last: number;
    readonly killed: CountRange;
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
  const spans = deaths.flatMap(({ range, killed: [few, many], isInBin }) => {
    const first = Math.max(
      starts.findLastIndex((edge) => edge <= range.from),
      0,
    );
    if (isInBin && first < count) {
      least[first] = (least[first] ?? 0) + few;
      more[first] = (more[first] ?? 0) + many - few;
      return [];
    }
    const end = starts.findIndex((edge) => edge >= range.to);
    return [{ first, last: end === -1 ? count : end, killed: [few, many] as const }];
  });
  return { least, more, spans };
}
