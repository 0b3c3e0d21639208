import type { DatasetInfo, MonitorTotal, RunningTotal } from './dataset-info.ts';
import { TARGETS, type Target } from './incident.ts';
import { lastTotal, lastTotalByTarget } from './monitor-totals.ts';

/** What is mapped of a governorate and what a monitor counted there, both to the day of the same total. */
export type MappedShare = {
  readonly name: string;
  readonly mapped: number;
  readonly counted: number;
};

export type MappedShares = RunningTotal & {
  readonly counted: MonitorTotal;
  /** In the order of `region.governorates`. */
  readonly governorates: readonly MappedShare[];
};

/** A total of the region, and what is mapped by the end of its day; undefined where either is missing. */
function comparedWith({ findings, totals }: DatasetInfo, counted: MonitorTotal | undefined) {
  const { mapped = [], running = [] } = findings ?? {};
  const own = running.find(({ total }) => totals[total] === counted);
  const byThen = mapped.find(({ day }) => day === own?.day);
  return counted && own && byThen ? { total: { ...own, counted }, byThen } : undefined;
}

/** The last exact total that is given for each governorate, next to what is mapped by its day. */
export function mappedShares(info: DatasetInfo): MappedShares | undefined {
  const compared = comparedWith(info, lastTotal(info));
  if (!compared) return undefined;
  const { total, byThen } = compared;
  return {
    ...total,
    governorates: info.region.governorates.map((name, position) => ({
      name,
      mapped: byThen.byGovernorate[position] ?? 0,
      counted: total.counted.by_governorate?.[name] ?? 0,
    })),
  };
}

/** By kind of target, each side in categories of its own: they are not the same and never one figure. */
export type TargetCounts = RunningTotal & {
  readonly counted: MonitorTotal;
  readonly byMonitor: readonly { readonly category: string; readonly count: number }[];
  /** Layers of the map with at least one attack by that day. */
  readonly byLayer: readonly { readonly target: Target; readonly count: number }[];
  /** All attacks in the region by that day. */
  readonly mapped: number;
};

/** The last exact total of the region that is given by kind of target, and the layers by its day. */
export function targetCounts(info: DatasetInfo): TargetCounts | undefined {
  const compared = comparedWith(info, lastTotalByTarget(info));
  if (!compared) return undefined;
  const { total, byThen } = compared;
  return {
    ...total,
    byMonitor: Object.entries(total.counted.by_target ?? {}).map(([category, count]) => ({
      category,
      count,
    })),
    byLayer: TARGETS.flatMap((target, position) => {
      const count = byThen.byTarget[position] ?? 0;
      return count > 0 ? [{ target, count }] : [];
    }),
    mapped: byThen.attacks,
  };
}
