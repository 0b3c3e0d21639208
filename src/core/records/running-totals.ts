import { DAY, readIsoText, type Minute } from '../time/minute.ts';
import type { DatasetInfo, MappedByDay, MonitorTotal, RunningTotal } from './dataset-info.ts';
import { TARGETS, type Incident } from './incident.ts';
import { dayOf } from './monitor-totals.ts';

/** The first day that a time states: without what `~` adds to it; `2026-03` and `2026` begin on their first day. */
export const firstStatedDay = ({ time }: Pick<Incident, 'time'>): Minute | undefined => {
  const [year, month = '01', day = '01'] = (/^[\d-]+/.exec(time)?.[0] ?? '').split('-');
  return readIsoText(`${year ?? ''}-${month}-${day}`);
};

/** How a total words its number. */
export type TotalWording = 'exactly' | 'about' | 'more-than';

/** The data keep the words in the note of the total, and otherwise only say that the number is not exact. */
export const wordingOf = ({ approximate, note }: MonitorTotal): TotalWording => {
  if (!approximate) return 'exactly';
  return /^['‘]more than /i.test(note ?? '') ? 'more-than' : 'about';
};

/** Whether a total counts all since the first day, in the whole region. */
const isOfRegion = ({ region }: DatasetInfo, { area, from }: MonitorTotal): boolean =>
  area === region.name.en && from === region.counted_from;

/** The record of a total: the one that rests on the same report, or else the only one of these that ends on the same day. */
function recordOf(total: MonitorTotal, records: readonly Incident[]): Incident | undefined {
  const same = records.filter(
    ({ kind, reports }) => kind === 'total' && reports.some(({ url }) => url === total.url),
  );
  const found = same.length > 1 ? same.filter(({ time }) => time.includes(total.as_of)) : same;
  return found.length === 1 ? found[0] : undefined;
}

/** The totals that can be compared with the map: of all since the first day, in the region or one governorate; by day. */
export function runningTotals(
  info: DatasetInfo,
  records: readonly Incident[],
): readonly RunningTotal[] {
  const { governorates, counted_from } = info.region;
  return info.totals
    .flatMap((total, position): readonly RunningTotal[] => {
      const governorate = governorates.indexOf(total.area);
      const isPart = governorate >= 0 && total.from === counted_from;
      if (!isPart && !isOfRegion(info, total)) return [];
      const record = recordOf(total, records);
      return [
        {
          total: position,
          governorate: isPart ? governorate : null,
          day: dayOf(total),
          isDayApproximate: record?.time.endsWith('~') ?? false,
          record: record?.id ?? null,
        },
      ];
    })
    .toSorted((a, b) => a.day - b.day);
}

/**
 * The attacks up to the end of each day, from the first day that the totals of the region count to `last`. Each
 * counts from the first day that its sources give; one whose time gives no day counts on none.
 */
export function mappedByDay(
  attacks: readonly Incident[],
  { region: { governorates, counted_from } }: DatasetInfo,
  last: Minute,
): readonly MappedByDay[] {
  const first = readIsoText(counted_from);
  if (first === undefined || last < first) return [];
  return Array.from({ length: (last - first) / DAY + 1 }, (_, position) => {
    const day = first + position * DAY;
    const byThen = attacks.filter((one) => (firstStatedDay(one) ?? day + DAY) <= day);
    return {
      day,
      attacks: byThen.length,
      moreThanClaims: byThen.filter(({ status }) => status !== 'claimed').length,
      byGovernorate: governorates.map(
        (name) => byThen.filter(({ place }) => place.governorate === name).length,
      ),
      byTarget: TARGETS.map((target) => byThen.filter((one) => one.target === target).length),
    };
  });
}
