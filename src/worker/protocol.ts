import type { Counted } from '../core/cube/incident-cube.ts';
import type { Listing } from '../core/cube/listing.ts';
import type { MarkView } from '../core/cube/mark-view.ts';
import type { Fault } from '../core/fault.ts';
import type { Filter, Seen } from '../core/filter/filter.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import type { Row } from '../core/incident/incident-table.ts';
import type { Recorded } from '../core/incident/recorded.ts';
import type { ReadingReport } from '../core/incident/reading-report.ts';
import type { Bounds } from '../core/place/bounds.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { Result } from '../core/result.ts';
import type { SourceDocument } from '../core/source/source-document.ts';
import type { Span } from '../core/time/span.ts';
import type { GroupKey } from '../core/view/view-state.ts';

/** A file's bytes, moved to the worker unread. */
export type SentFile = { readonly file: string; readonly bytes: ArrayBuffer };

/** The files of a data set; only the records must be there. */
export type OpenRequest = {
  readonly dataset: SentFile | undefined;
  readonly records: SentFile;
  readonly sources: SentFile | undefined;
  readonly areas: SentFile | undefined;
};

/** What the page is told of open data; the records themselves stay in the worker. */
export type Opened = {
  readonly dataset: Dataset;
  readonly report: ReadingReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
  /** Names of the areas that records without a point stand for; `Counted.areas` follows them. */
  readonly areaNames: readonly string[];
  /** From the first minute of a counted incident to the last. */
  readonly period: Span;
  /** The box of all points; undefined when there are none. */
  readonly bounds: Bounds | undefined;
  /** All incidents, whatever a filter hides. */
  readonly counted: Counted;
  /** Series and totals, which never count. */
  readonly apart: readonly Recorded[];
  /** What went wrong without stopping the rest. */
  readonly faults: readonly Fault[];
};

export type ViewRequest = {
  readonly filter: Filter;
  readonly zoom: number;
  readonly extent: Bounds | undefined;
  /** The window at rest. */
  readonly window: Span;
  /** The id of a record whose mark is asked for. */
  readonly held: string | undefined;
  /** Asked for when text or seen part have changed since the last answer. */
  readonly counting: { readonly seen: Seen } | undefined;
};
export type Viewed = { readonly view: MarkView; readonly counted: Counted | undefined };

export type ListRequest = {
  readonly filter: Filter;
  readonly seen: Seen;
  readonly window: Span;
  readonly group: GroupKey | undefined;
};

/** Every call that crosses to the worker: name → input and output. */
export type Calls = {
  readonly open: { readonly input: OpenRequest; readonly output: Result<Opened, Fault> };
  readonly view: { readonly input: ViewRequest; readonly output: Viewed };
  /** Undefined: the filter leaves nothing of the group, or it never was. */
  readonly list: { readonly input: ListRequest; readonly output: Listing | undefined };
  readonly records: { readonly input: readonly Row[]; readonly output: readonly Recorded[] };
  readonly find: { readonly input: string; readonly output: Recorded | undefined };
  /** What table and index take, in bytes. */
  readonly sizes: {
    readonly input: undefined;
    readonly output: { readonly table: number; readonly index: number; readonly text: number };
  };
};
export type CallName = keyof Calls;

export type Question =
  | {
      readonly [Name in CallName]: {
        readonly kind: 'call';
        readonly number: number;
        readonly name: Name;
        readonly input: Calls[Name]['input'];
      };
    }[CallName]
  | { readonly kind: 'stop'; readonly number: number };

/** Expected failures travel inside `done`; `failed` is a bug in the worker. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly output: Calls[CallName]['output'];
    }
  | { readonly kind: 'progress'; readonly number: number; readonly part: number }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string };
