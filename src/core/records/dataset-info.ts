import type { Spellings } from '../text/search-text.ts';
import type { Minute } from '../time/minute.ts';
import type { Target } from './incident.ts';

/** A stretch of the time axis with a remark on how well it is covered. */
export type Coverage = { readonly from: string; readonly to: string; readonly note: string };

/** A count by an official or monitor, as `geodata/dataset.json` repeats it from `totals.md`. */
type MonitorCount = {
  readonly as_of: string;
  readonly figure: string;
  readonly area: string;
  readonly who: string;
  readonly url: string;
};

type MappedCount = {
  readonly up_to: string;
  readonly mapped: number;
  readonly not_mere_claim: number;
  readonly by_governorate: string;
  readonly counted: string;
};

/** A text of the data set by language code, as in `lang`; always there in English. */
export type Labels = Readonly<Record<string, string>> & { readonly en: string };

/** The text in a language, or else in English. */
export const labelIn = (labels: Labels, language: string): string => labels[language] ?? labels.en;

/** What a data set says about itself, besides its records: `geodata/dataset.json`. */
export type DatasetInfo = {
  readonly title: string;
  readonly standfirst: string;
  readonly utc_offset_minutes: Minute;
  /** One sentence for search engines and previews of links. */
  readonly description: Labels;
  /** Whose civil time all times are; empty where that is not known. */
  readonly time_zone: Labels;
  /** Where the map begins, before the records say what there is to see: WGS 84 degrees and a zoom level. */
  readonly map: { readonly lon: number; readonly lat: number; readonly zoom: number };
  /** The names of the layers. */
  readonly layers: Readonly<Record<Target, Labels>>;
  readonly licence: string;
  readonly method: readonly string[];
  readonly coverage: readonly Coverage[];
  readonly coverage_note: string;
  readonly monitor_counts: readonly MonitorCount[];
  readonly monitor_note: string;
  readonly mapped_counts: readonly MappedCount[];
  readonly mapped_note: string;
  readonly spellings: Spellings;
};
