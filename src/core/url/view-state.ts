import { EMPTY_FILTER, type Filter } from '../filters/filter.ts';
import type { SortedBy } from '../index/table-sort.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { ComparedPeriod } from '../time/compared-period.ts';
import type { TimeRange } from '../time/time-range.ts';

/** A moving window, or everything up to its end. */
export const TIME_MODES = ['window', 'cumulative'] as const;
export type TimeMode = (typeof TIME_MODES)[number];

/** WGS 84 degrees and MapLibre's zoom. */
export type Camera = { readonly lon: number; readonly lat: number; readonly zoom: number };

/**
 * Which group of incidents lies open: the mark that holds an incident at a zoom level (marks have
 * no lasting name of their own), or an area.
 */
export type GroupKey =
  | {
      readonly kind: 'mark';
      readonly zoom: number;
      readonly incident: string;
      /** The data set of the incident; undefined in a link. */
      readonly dataset?: number | undefined;
      /** Only its records of the place of this name. */
      readonly place?: string | undefined;
    }
  | { readonly kind: 'area'; readonly name: string };

/** What the panel shows, from the outermost level to the innermost; closing a level shows the one outside it. */
export type PanelState = {
  readonly isListOpen: boolean;
  /** The list is a table. */
  readonly isTable?: boolean | undefined;
  readonly group: GroupKey | undefined;
  readonly incident: string | undefined;
  /** The data set of the incident; undefined in a link. */
  readonly dataset?: number | undefined;
  /** Position of the report whose source text is open. */
  readonly report: number | undefined;
};

export const CLOSED_PANEL: PanelState = {
  isListOpen: false,
  group: undefined,
  incident: undefined,
  report: undefined,
};

/** What the dock shows: filters with counts, or charts. */
export const DOCK_TABS = ['filters', 'charts'] as const;
export type DockTab = (typeof DOCK_TABS)[number];

/** Everything that a link restores. Undefined: the default of the data set. */
export type ViewState = {
  readonly window: TimeRange | undefined;
  /** The second period, where two are compared. */
  readonly compared: ComparedPeriod | undefined;
  readonly mode: TimeMode;
  /** Of the layers, only those of our own data. */
  readonly filter: Filter;
  /** Clauses that may say what a reader's own file says: an address has them where no server reads them. */
  readonly own: Filter;
  readonly scheme: ColorScheme;
  /** Governorates are shaded by the share that is mapped. */
  readonly areSharesShaded: boolean;
  readonly camera: Camera | undefined;
  readonly panel: PanelState;
  /** Of the table; undefined: in the order of the list. */
  readonly sort: SortedBy | undefined;
  /** Undefined: the dock is closed. */
  readonly dock: DockTab | undefined;
};

export const OPENING_VIEW: ViewState = {
  window: undefined,
  compared: undefined,
  mode: 'window',
  filter: EMPTY_FILTER,
  own: EMPTY_FILTER,
  scheme: 'target',
  areSharesShaded: false,
  camera: undefined,
  panel: CLOSED_PANEL,
  sort: undefined,
  dock: undefined,
};
