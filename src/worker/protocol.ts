import type { Counted } from '../core/cube/incident-cube.ts';
import type { Listing } from '../core/cube/listing.ts';
import type { MarkView } from '../core/cube/mark-view.ts';
import type { Fault } from '../core/fault.ts';
import type { Filter, Seen } from '../core/filter/filter.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import type { Row } from '../core/incident/incident-table.ts';
import type { Layer } from '../core/incident/layer.ts';
import type { ReadingReport } from '../core/incident/reading-report.ts';
import type { Recorded } from '../core/incident/recorded.ts';
import type { Bounds } from '../core/place/bounds.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { FileReport } from '../core/reading/file-report.ts';
import type { Meaning, Proposal } from '../core/reading/meaning.ts';
import type { SampleRow } from '../core/reading/sample-row.ts';
import type { Encoding, SheetForm } from '../core/reading/sheet-form.ts';
import type { Result } from '../core/result.ts';
import type { SourceDocument } from '../core/source/source-document.ts';
import type { Span } from '../core/time/span.ts';
import type { SceneOutline } from '../core/view/map-scene.ts';
import type { GroupKey } from '../core/view/view-state.ts';

/** A file's bytes, moved to the worker unread. */
export type SentFile = { readonly file: string; readonly bytes: ArrayBuffer };

/** The files of the data set that comes with the page; only the records must be there. */
export type OpenRequest = {
  readonly dataset: SentFile | undefined;
  readonly records: SentFile;
  readonly sources: SentFile | undefined;
  readonly areas: SentFile | undefined;
};

/** A set of records that is open, each a switch of the legend. The one of the page is number 0. */
export type OpenSet = {
  readonly number: number;
  readonly name: string;
  /** It is on the map and in every count; else it is only kept at hand. */
  readonly isOn: boolean;
  /** All its records. */
  readonly rows: number;
  readonly period: Span;
  /** How a reader's own file was read; undefined for the set of the page. */
  readonly report: FileReport | undefined;
};

/**
 * What the page is told of the data: of all open sets, and of what those hold that are on. The records
 * themselves stay in the worker.
 */
export type Opened = {
  readonly dataset: Dataset;
  /** Of the set that comes with the page. */
  readonly report: ReadingReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
  readonly sets: readonly OpenSet[];
  readonly layers: readonly Layer[];
  /** Names of the areas that records without a point stand for; `Counted.areas` follows them. */
  readonly areaNames: readonly string[];
  /** From the first minute of a counted, dated incident to the last; empty when nothing is dated. */
  readonly period: Span;
  /** No incident is dated more finely than to a day. */
  readonly isByDay: boolean;
  /** The box of all points; undefined when there are none. */
  readonly bounds: Bounds | undefined;
  /** All incidents, whatever a filter hides. */
  readonly counted: Counted;
  /** Series and totals, which never count. */
  readonly apart: readonly Recorded[];
  readonly outlines: readonly SceneOutline[];
  /** What went wrong without stopping the rest. */
  readonly faults: readonly Fault[];
};

/** A file that was recognised, before it is read: how it would be read, to be confirmed. */
export type Proposed = {
  /** Names this proposal when the file is read: there may be another one by then. */
  readonly number: number;
  readonly name: string;
  readonly columns: readonly string[];
  readonly form: SheetForm;
  readonly proposal: Proposal;
  /** The file follows the codebook: it needs no meaning and is read as our own. */
  readonly isCodebook: boolean;
};

/** A set that is being read: `isComplete` is false while only its first rows are shown. */
export type FileOpened = {
  /** Undefined for a file that is read aside: what is on the map has not changed. */
  readonly opened: Opened | undefined;
  readonly set: number;
  readonly isComplete: boolean;
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
  /** Recognises a file; the worker keeps it until it is read or another one is proposed. */
  readonly propose: {
    readonly input: {
      readonly name: string;
      readonly blob: Blob;
      /** The reader's choice; undefined: by the bytes. */
      readonly encoding?: Encoding | undefined;
    };
    readonly output: Result<Proposed, Fault>;
  };
  /** The first rows of the proposed file, as they would be read. */
  readonly sample: {
    readonly input: { readonly proposal: number; readonly meaning: Meaning };
    readonly output: readonly SampleRow[];
  };
  /** Reads the proposed file, or its first part where it is long. */
  readonly readFile: {
    readonly input: {
      /** The number of the proposal; the worker refuses one that another has replaced. */
      readonly proposal: number;
      readonly meaning: Meaning;
      /** The set is added switched off: the sets that are on, and the index, stay as they are. */
      readonly isAside: boolean;
    };
    readonly output: Result<FileOpened, Fault>;
  };
  /** Reads on to the end of the file; other questions go first. */
  readonly readOn: { readonly input: undefined; readonly output: Result<FileOpened, Fault> };
  /** Shows these sets and puts the others aside. */
  readonly showSets: { readonly input: readonly number[]; readonly output: Opened };
  /** Closes a set, or gives up one that is being read. */
  readonly closeSet: { readonly input: number; readonly output: Opened };
  /** All notes of a set's reading report, a row each, as CSV. */
  readonly reportFile: { readonly input: number; readonly output: Blob };
  /** The rows of a list as CSV. */
  readonly exportRows: { readonly input: ListRequest; readonly output: Blob };
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
  | { readonly kind: 'cancel'; readonly number: number };

/** Expected failures travel inside `done`; `failed` is a bug in the worker. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly output: Calls[CallName]['output'];
    }
  /** A bug in work that nobody waits for. */
  | { readonly kind: 'broken'; readonly message: string }
  | {
      readonly kind: 'progress';
      readonly number: number;
      readonly part: number;
      /** How much of an archive is unpacked, while one is. */
      readonly unpackedBytes: number | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly number: number;
      readonly message: string;
      /** No bug: a file of the device was changed, moved or removed. */
      readonly isFileChanged: boolean;
      /** No bug: a part of the worker's own program did not arrive. */
      readonly isPartMissing: boolean;
    };
