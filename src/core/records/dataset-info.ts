import type { ActorNames } from './attributed.ts';
import type { Spellings } from '../text/search-text.ts';
import type { Minute } from '../time/minute.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { ReportDelays } from './report-delays.ts';
import type { CountRange, Target } from './incident.ts';

/** A stretch of the time axis with a remark on how well it is covered. */
export type Coverage = { readonly from: string; readonly to: string; readonly note: string };

type CountsByName = Readonly<Record<string, number>>;

/** A count by an official or monitor. They count different things: totals are never added or subtracted. */
export type MonitorTotal = {
  /** The last day that it counts, ISO 8601. */
  readonly as_of: string;
  /** The first day that it counts; null: not said. */
  readonly from: string | null;
  readonly who: string;
  /** The outlet that passes it on; null: the counter's own. */
  readonly via: string | null;
  /** What is counted, such as strikes or drones. */
  readonly unit: string;
  readonly at_least: number;
  /** The number is rounded or an estimate; `note` says how. */
  readonly approximate: boolean;
  readonly area: string;
  readonly by_governorate: CountsByName | null;
  readonly by_target: CountsByName | null;
  readonly by_weapon: CountsByName | null;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly url: string;
  readonly note: string | null;
};

/** A number or day of a data set that its texts may name, such as `{attacks.region}`. */
export type Figure =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'people'; readonly range: CountRange }
  | { readonly kind: 'day'; readonly day: Minute }
  | { readonly kind: 'period'; readonly period: TimeRange };

export type Figures = Readonly<Record<string, Figure>>;

/** The attacks that the map has of its region up to the end of a day. */
export type MappedByDay = {
  /** The midnight that begins the day. */
  readonly day: Minute;
  readonly attacks: number;
  /** Those of which more is known than that somebody claims them. */
  readonly moreThanClaims: number;
  /** In the order of `region.governorates`. */
  readonly byGovernorate: readonly number[];
  /** In the order of `TARGETS`. */
  readonly byTarget: readonly number[];
};

/** A total of all since the first day, in the region or in one of its governorates. */
export type RunningTotal = {
  /** Position among `totals`. */
  readonly total: number;
  /** Position among `region.governorates`; null: the whole region. */
  readonly governorate: number | null;
  /** The midnight that begins its last day. */
  readonly day: Minute;
  readonly isDayApproximate: boolean;
  /** The id of the record about it; null: none, or more than one that it may be. */
  readonly record: string | null;
};

/** What the records of a data set say together. */
export type Findings = {
  readonly figures: Figures;
  /** Every day from the first that the totals count to the last of a record or total; empty without running totals. */
  readonly mapped: readonly MappedByDay[];
  /** By day. */
  readonly running: readonly RunningTotal[];
  readonly delays: ReportDelays;
};

/** The region that the data set is about. */
type Region = {
  readonly name: Labels;
  readonly governorates: readonly string[];
  /** The first day of what the totals of the region count. */
  readonly counted_from: string;
};

/** A text of the data set by language code, as in `lang`; always there in English. */
export type Labels = Readonly<Record<string, string>> & { readonly en: string };

/**
 * A captioned event, with the incidents that it rests on. Its words may name figures of these, such as
 * `{killed.of.<id>}`, and give no date: the page takes it from the incidents.
 */
export type Annotation = {
  readonly title: Labels;
  /** The title where there is little room. */
  readonly short: Labels;
  readonly text: Labels;
  readonly incidents: readonly string[];
  /** What it opens: a record, in the days from `from` to before `to`, ISO 8601. */
  readonly view: { readonly from: string; readonly to: string; readonly record: string };
};

/** The text in a language, or else in English. */
export const labelIn = (labels: Labels, language: string): string => labels[language] ?? labels.en;

/** How a disputed border is drawn; never as a settled one. */
export const BORDER_LOOKS = ['dashed', 'dotted', 'none'] as const;
export type BorderLook = (typeof BORDER_LOOKS)[number];

/**
 * What a data set says about itself, besides its records: `geodata/dataset.json`. Its texts may name figures
 * of the records, such as `{attacks.region}`; see `findingsOf`.
 */
export type DatasetInfo = {
  readonly title: string;
  /** What it is about, and from when to when. */
  readonly topic: string;
  /** What the records say in one sentence or two. It has no digits: it names figures. */
  readonly headline: string;
  /** The same in a few more sentences; no digits either. */
  readonly standfirst: string;
  readonly utc_offset_minutes: Minute;
  /** One sentence for search engines and previews of links. */
  readonly description: Labels;
  /** Whose civil time all times are; empty where that is not known. */
  readonly time_zone: Labels;
  /** Where the map begins, before the records say what there is to see: WGS 84 degrees and a zoom level. */
  readonly map: { readonly lon: number; readonly lat: number; readonly zoom: number };
  /** Disputed borders that it has drawn in another way than dashed, by the ids of the base map. */
  readonly disputed_borders?: Readonly<Record<string, BorderLook>>;
  /** The names of the layers. */
  readonly layers: Readonly<Record<Target, Labels>>;
  readonly licence: string;
  readonly method: readonly string[];
  readonly coverage: readonly Coverage[];
  readonly coverage_note: string;
  readonly region: Region;
  /** Which names of the records' attributions mean whom. */
  readonly actors: ActorNames;
  readonly totals: readonly MonitorTotal[];
  readonly totals_note: string;
  readonly mapped_note: string;
  readonly annotations: readonly Annotation[];
  readonly spellings: Spellings;
  /** What the records say together: the build of the page adds it. */
  readonly findings?: Findings;
};

const filledLabels = (labels: Labels, fill: (text: string) => string): Labels =>
  Object.fromEntries(
    Object.entries(labels).map(([language, text]) => [language, fill(text)]),
  ) as Labels;

/** The same with each text that may name figures as `fill` returns it. */
export const withTexts = (info: DatasetInfo, fill: (text: string) => string): DatasetInfo => ({
  ...info,
  topic: fill(info.topic),
  headline: fill(info.headline),
  standfirst: fill(info.standfirst),
  description: filledLabels(info.description, fill),
  method: info.method.map(fill),
  coverage: info.coverage.map((stretch) => ({ ...stretch, note: fill(stretch.note) })),
  coverage_note: fill(info.coverage_note),
  totals_note: fill(info.totals_note),
  mapped_note: fill(info.mapped_note),
  annotations: info.annotations.map((one) => ({
    ...one,
    title: filledLabels(one.title, fill),
    short: filledLabels(one.short, fill),
    text: filledLabels(one.text, fill),
  })),
});
