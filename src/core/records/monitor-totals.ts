import { DAY, readIsoText, type Minute } from '../time/minute.ts';
import type { DatasetInfo, MonitorTotal } from './dataset-info.ts';

type Totals = Pick<DatasetInfo, 'region' | 'totals'>;

/** The midnight that begins the last day that a total counts. */
export const dayOf = ({ as_of }: MonitorTotal): Minute => readIsoText(as_of) ?? 0;

/** The exact totals of the whole region since the first day that is counted, by day. */
const exactTotals = ({ region, totals }: Totals): readonly MonitorTotal[] =>
  totals
    .filter(
      ({ area, from, approximate }) =>
        area === region.name.en && from === region.counted_from && !approximate,
    )
    .toSorted((a, b) => dayOf(a) - dayOf(b));

/** Those with all governorates. */
const wholeTotals = (info: Totals): readonly MonitorTotal[] =>
  exactTotals(info).filter(({ by_governorate }) =>
    info.region.governorates.every((name) => by_governorate?.[name] !== undefined),
  );

/** The last total of the region by the counter that was last to give one with all governorates. */
export const lastTotal = (info: Totals): MonitorTotal | undefined => wholeTotals(info).at(-1);

/** The last exact total of the region that is also given by kind of target. */
export const lastTotalByTarget = (info: Totals): MonitorTotal | undefined =>
  exactTotals(info).findLast(({ by_target }) => by_target !== null);

/**
 * The last total of that counter for days before `end`, a midnight; undefined where it had none by then. Totals of
 * other counters count other things, so they are never compared with it.
 */
export const totalBefore = (info: Totals, end: Minute): MonitorTotal | undefined => {
  const counter = lastTotal(info)?.who;
  return wholeTotals(info)
    .filter((total) => total.who === counter && dayOf(total) + DAY <= end)
    .at(-1);
};
