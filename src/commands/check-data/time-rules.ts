import type { DatasetInfo } from '../../core/records/dataset-info.ts';
import type { Incident } from '../../core/records/incident.ts';
import { offsetOf } from '../../core/time/clock-offset.ts';
import { DAY, isoText, readIsoText, startOfDay, type Minute } from '../../core/time/minute.ts';
import { overlaps, type TimeRange } from '../../core/time/time-range.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { Finding } from './check-fault.ts';

/** What times are compared with. `today` is the midnight that ends this day, in civil minutes. */
export type TimeSetting = {
  readonly dataset: DatasetInfo | undefined;
  readonly today: Minute;
};

const MAX_INCIDENT_DAYS = 10;
const MAX_DAYS_OUTSIDE = 31;
const MAX_REPORT_DELAY_DAYS = 90;
const MAX_DAYS_FROM_ADDRESS = 2;

/** The date in an id overlaps the time span of the record. */
export function idDateFindings(
  record: Readable<Incident>,
  span: TimeRange | undefined,
): readonly Finding[] {
  const date = /\d{4}-\d{2}-\d{2}/.exec(record.id ?? '')?.[0];
  if (date === undefined) return [];
  const base = { rule: 'id-date', field: 'id' };
  const from = readIsoText(date);
  if (from === undefined)
    return [
      {
        ...base,
        problem: `begins with ${date}, which is no day of the calendar`,
        expected: 'a day that exists',
      },
    ];
  if (span === undefined || overlaps(span, { from, to: from + DAY })) return [];
  return [
    {
      ...base,
      problem: `begins with ${date}, but the time is ${record.time ?? ''}`,
      expected: 'a date of the time',
    },
  ];
}

function coverageOf(dataset: DatasetInfo | undefined): TimeRange | undefined {
  const days = (dataset?.coverage ?? []).flatMap(({ from, to }) =>
    [readIsoText(from) ?? [], readIsoText(to) ?? []].flat(),
  );
  return days.length === 0 ? undefined : { from: Math.min(...days), to: Math.max(...days) };
}

function coverageFindings(span: TimeRange, coverage: TimeRange | undefined): readonly Finding[] {
  if (!coverage || overlaps(span, coverage)) return [];
  const days = Math.max(coverage.from - span.to, span.from - coverage.to) / DAY;
  const period = `${isoText(coverage.from)} to ${isoText(coverage.to - DAY)}`;
  return [
    {
      rule: 'outside-coverage',
      field: 'time',
      problem: `${isoText(span.from)} lies outside the period of the data set, ${period}`,
      expected: `a time in that period, or a new entry in the coverage of dataset.json`,
      reason: days > MAX_DAYS_OUTSIDE ? undefined : 'the data may have grown',
    },
  ];
}

/** Returns the UTC offsets written in a time, in minutes east of UTC. */
const offsetsIn = (time: string): readonly number[] =>
  [...time.matchAll(/T[\d:.]+(Z|[+-]\d{2}(?::?\d{2})?)/g)].flatMap(
    ([, zone = '']) => offsetOf(zone) ?? [],
  );

/** The time is past, in the period of the data set, as short as an incident is, and on its clock. */
export function timeFindings(
  record: Readable<Incident>,
  span: TimeRange | undefined,
  { dataset, today }: TimeSetting,
): readonly Finding[] {
  const { time, kind } = record;
  if (span === undefined || time === undefined) return [];
  const findings: Finding[] = [];
  const day = isoText(startOfDay(today - 1));
  if (span.to > today + DAY)
    findings.push({
      rule: 'future',
      field: 'time',
      problem: `${shown(time)} is not over yet: today is ${day}`,
      expected: 'a time in the past',
    });
  else findings.push(...coverageFindings(span, coverageOf(dataset)));
  const days = Math.round((span.to - span.from) / DAY);
  if (kind === 'incident' && days > MAX_INCIDENT_DAYS)
    findings.push({
      rule: 'long-incident',
      field: 'time',
      problem: `${shown(time)} spans ${days} days, though the kind is incident`,
      expected: 'a time of one event, or the kind series or total',
      reason: 'the sources may know the time no better',
    });
  const offset = dataset?.utc_offset_minutes;
  if (offset !== undefined && offsetsIn(time).some((one) => one !== offset))
    findings.push({
      rule: 'clock-offset',
      field: 'time',
      problem: `${shown(time)} has another UTC offset than the data set`,
      expected: `civil time of the place, ${offset} minutes east of UTC`,
      reason: 'the instant is the same on every clock',
    });
  return findings;
}

/** A date in the path of an address, as in `/2026/03/05/`. */
function dayInAddress(url: string): Minute | undefined {
  const [, year, month = '', day = ''] =
    /\/(20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])/.exec(url) ?? [];
  if (year === undefined) return undefined;
  return readIsoText(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function publishedFindingsOf(
  field: string,
  published: string,
  url: string,
  span: TimeRange | undefined,
  today: Minute,
): readonly Finding[] {
  const day = readIsoText(published);
  if (day === undefined) return [];
  const found = (rule: string, problem: string, expected: string, reason?: string): Finding => ({
    rule,
    field,
    problem: `${shown(published)} ${problem}`,
    expected,
    reason,
  });
  const findings: Finding[] = [];
  // A day of grace: a publisher's date may be that of another time zone.
  if (day > today) findings.push(found('future', 'is not over yet', 'a day in the past'));
  if (span && day < startOfDay(span.from) - DAY)
    findings.push(
      found(
        'published-before',
        `is before the event (${isoText(span.from)})`,
        'the day of the event or a later one',
      ),
    );
  if (span && day > span.to + MAX_REPORT_DELAY_DAYS * DAY)
    findings.push(
      found(
        'published-late',
        `is ${Math.round((day - span.to) / DAY)} days after the event`,
        `a day within ${MAX_REPORT_DELAY_DAYS} days of the event`,
        'a report may look back',
      ),
    );
  const inAddress = dayInAddress(url);
  if (inAddress !== undefined && Math.abs(inAddress - day) > MAX_DAYS_FROM_ADDRESS * DAY)
    findings.push(
      found(
        'published-address',
        `is another day than ${isoText(inAddress)} in the address`,
        'the day in the address',
        'a report may keep its address when it is published anew',
      ),
    );
  return findings;
}

/** Reports are published after the event, not long after, and not in the future. */
export const publishedFindings = (
  record: Readable<Incident>,
  span: TimeRange | undefined,
  today: Minute,
): readonly Finding[] =>
  (record.reports ?? []).flatMap((report, i) =>
    report?.published
      ? publishedFindingsOf(
          `reports.${i}.published`,
          report.published,
          report.url ?? '',
          span,
          today,
        )
      : [],
  );
