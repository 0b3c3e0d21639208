import { readEdtfSpan } from '../time/edtf-range.ts';
import { DAY, startOfDay } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { DatasetInfo, Figure, Figures, Findings } from './dataset-info.ts';
import { effectClassOf, type Incident } from './incident.ts';
import { dayOf, lastTotal } from './monitor-totals.ts';
import { outletsOf } from './publisher-key.ts';
import { originsOf } from './origins.ts';
import { recordFigures } from './record-figures.ts';
import { reportDelays } from './report-delays.ts';
import { firstStatedDay, mappedByDay, runningTotals } from './running-totals.ts';

const count = (value: number): Figure => ({ kind: 'count', count: value });

/** Sums of the lower and of the upper bounds. A record that says nothing adds nothing. */
const sumOf = (records: readonly Incident[], field: 'killed' | 'injured'): Figure => {
  let [least, most] = [0, 0];
  for (const { [field]: range } of records) {
    least += range?.[0] ?? 0;
    most += range?.[1] ?? 0;
  }
  return { kind: 'people', range: [least, most] };
};

/** The widest range that each time may mean; a time that cannot be read has none. */
const rangesOf = (records: readonly Incident[], { utc_offset_minutes }: DatasetInfo) =>
  records.flatMap(({ time }) => {
    const read = readEdtfSpan(time, utc_offset_minutes);
    return read.kind === 'ok' ? [read.value.span] : [];
  });

/** From the first to the last day that any of the records may be of. */
function periodFigures(ranges: readonly TimeRange[]): Figures {
  if (ranges.length === 0) return {};
  const from = startOfDay(Math.min(...ranges.map((range) => range.from)));
  const to = startOfDay(Math.max(...ranges.map((range) => range.to)) - 1) + DAY;
  return { period: { kind: 'period', period: { from, to } } };
}

/** The longest run of days that each have something certainly on them: how many, and the last. */
function daysOnEnd(ranges: readonly TimeRange[]): Figures {
  const days = new Set(
    ranges
      .filter(({ from, to }) => startOfDay(from) === startOfDay(to - 1))
      .map(({ from }) => startOfDay(from)),
  );
  let [longest, last] = [0, 0];
  for (const day of days) {
    let length = 1;
    while (days.has(day - length * DAY)) length++;
    if (length > longest) [longest, last] = [length, day];
  }
  if (longest === 0) return {};
  return { 'days-on-end': count(longest), 'days-on-end.last': { kind: 'day', day: last } };
}

const DRONES_OR_MISSILES: readonly Incident['weapon'][] = ['drone', 'missile', 'mixed'];

function monitorFigures(info: DatasetInfo): Figures {
  const last = lastTotal(info);
  if (!last) return {};
  const { at_least, killed, injured, by_governorate } = last;
  return {
    'monitor.count': count(at_least),
    'monitor.day': { kind: 'day', day: dayOf(last) },
    ...(killed === null ? {} : { 'monitor.killed': count(killed) }),
    ...(injured === null ? {} : { 'monitor.injured': count(injured) }),
    ...Object.fromEntries(
      Object.entries(by_governorate ?? {}).map(([name, own]) => [`monitor.in.${name}`, count(own)]),
    ),
  };
}

/** Whether a record is counted as an attack: one event that is no halt, outage or restoration. */
const isAttack = ({ kind, effect }: Incident): boolean =>
  kind === 'incident' && effectClassOf(effect) !== 'halt';

/**
 * What the records say together: counts of records and reports, attacks and halts apart, in the region of
 * the data set and elsewhere, people as sums of both bounds, the period of the incidents, the longest run of days
 * with drones or missiles in the region, and the last total of a monitor.
 */
export function findingsOf(records: readonly Incident[], info: DatasetInfo): Findings {
  const ofKind = (kind: Incident['kind']) => records.filter((record) => record.kind === kind);
  const reports = records.flatMap((record) => record.reports);
  const incidents = ofKind('incident');
  const attacks = incidents.filter(isAttack);
  const { governorates } = info.region;
  const isInRegion = ({ place: { governorate } }: Incident): boolean =>
    governorate !== null && governorates.includes(governorate);
  const region = attacks.filter(isInRegion);
  const elsewhere = attacks.filter((attack) => !isInRegion(attack));
  const inRegionOnly = ({ place }: Incident): boolean =>
    place.governorate === null && place.precision === 'region';
  const places = [...new Set(attacks.map(({ place }) => place.governorate))];
  const running = runningTotals(info, records);
  const days = [...incidents.map(firstStatedDay), ...running.map(({ day }) => day)];
  const lastDay = Math.max(...days.map((day) => day ?? 0));
  return {
    figures: {
      records: count(records.length),
      incidents: count(incidents.length),
      series: count(ofKind('series').length),
      totals: count(ofKind('total').length),
      reports: count(reports.length),
      quotes: count(reports.filter(({ quote }) => quote !== undefined).length),
      publishers: count(outletsOf(reports)),
      languages: count(new Set(reports.map(({ language }) => language)).size),
      'records.one-outlet': count(records.filter((one) => outletsOf(one.reports) === 1).length),
      'incidents.one-outlet': count(incidents.filter((one) => outletsOf(one.reports) === 1).length),
      'incidents.one-origin': count(
        incidents.filter((one) => originsOf(one.reports).length === 1).length,
      ),
      attacks: count(attacks.length),
      'attacks.region': count(region.length),
      'attacks.region.claims': count(region.filter(({ status }) => status === 'claimed').length),
      'attacks.elsewhere': count(elsewhere.length),
      'attacks.unnamed': count(attacks.filter((one) => one.attribution.length === 0).length),
      ...Object.fromEntries(
        places.map((name) => [
          name === null ? 'attacks.no-governorate' : `attacks.in.${name}`,
          count(attacks.filter(({ place }) => place.governorate === name).length),
        ]),
      ),
      'attacks.region-only': count(attacks.filter(inRegionOnly).length),
      halts: count(incidents.length - attacks.length),
      deaths: count(attacks.filter(({ killed }) => (killed?.[1] ?? 0) > 0).length),
      'killed.region': sumOf(region, 'killed'),
      'killed.elsewhere': sumOf(elsewhere, 'killed'),
      'injured.region': sumOf(region, 'injured'),
      'injured.elsewhere': sumOf(elsewhere, 'injured'),
      ...periodFigures(rangesOf(incidents, info)),
      ...daysOnEnd(
        rangesOf(
          region.filter(({ weapon }) => DRONES_OR_MISSILES.includes(weapon)),
          info,
        ),
      ),
      ...monitorFigures(info),
      ...recordFigures(records, info),
    },
    mapped: running.length === 0 ? [] : mappedByDay(region, info, lastDay),
    running,
    delays: reportDelays(
      incidents.flatMap((incident) => {
        const read = readEdtfSpan(incident.time, info.utc_offset_minutes);
        return read.kind === 'ok' ? [{ incident, span: read.value.span }] : [];
      }),
    ),
  };
}
