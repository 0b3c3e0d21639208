import type { IncidentCounts } from '../core/index/dataset-index.ts';
import type { FacetsAnswer, FacetsQuery, FieldSummary } from '../core/index/facet.ts';
import type { FoundMarkPlaces } from '../core/index/record-group.ts';
import type { RecordList } from '../core/index/record-list.ts';
import type {
  LocatedRecord,
  LocateQuery,
  MarkNames,
  MarkNamesQuery,
  MarkView,
  RowMarksQuery,
} from '../core/index/mark-view.ts';
import type { TableSort } from '../core/index/table-sort.ts';
import type { FieldKey } from '../core/fields/field-key.ts';
import type { Fault } from '../core/faults/fault.ts';
import type { Filter, Extent } from '../core/filters/filter.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';
import type { ColorScheme } from '../core/records/color-scheme.ts';
import type { RecordName, RecordRef } from '../core/records/record-ref.ts';
import type { Layer } from '../core/records/layer.ts';
import type { BundledReport } from '../core/records/bundled-report.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import type { Bounds } from '../core/place/bounds.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { ImportReport } from '../core/mapping/import-report.ts';
import type { ColumnMapping, MappingProposal } from '../core/mapping/column-mapping.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { Encoding, FormatInfo } from '../core/mapping/format-info.ts';
import type { Result } from '../core/base/result.ts';
import type { SourceDocument } from '../core/evidence/source-document.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { ModelOutline } from '../core/model/map-model.ts';
import type { GroupKey } from '../core/url/view-state.ts';

/** A file's bytes, moved to the worker unread. */
export type SentFile = { readonly file: string; readonly bytes: ArrayBuffer };

/** The files of the data set that comes with the page; only the records must be there. */
export type OpenRequest = {
  readonly dataset: SentFile | undefined;
  readonly records: SentFile;
  readonly sources: SentFile | undefined;
  readonly areas: SentFile | undefined;
  /** The address of the outlines of the world's provinces, which the worker loads when a file needs them. */
  readonly worldAreas?: string | undefined;
};

/** A set of records that is open, each a switch of the legend. The one of the page is number 0. */
export type DatasetSummary = {
  readonly number: number;
  readonly name: string;
  /** It is on the map and in every count; else it is only kept loaded. */
  readonly isOn: boolean;
  /** All its records. */
  readonly rows: number;
  readonly period: TimeRange;
  /** The columns of its file, in their order; none for records of the codebook. */
  readonly columns: readonly string[];
  /** The fields that these are. */
  readonly columnFields: readonly FieldKey[];
  /** It says when its records were reported. */
  readonly hasReportedTimes: boolean;
  /** How a reader's own file was read; undefined for the set of the page. */
  readonly report: ImportReport | undefined;
};

/**
 * What the page knows of the data: of all open sets, and of what those hold that are on. The records
 * themselves stay in the worker.
 */
export type DataSnapshot = {
  readonly info: DatasetInfo;
  /** Of the set that comes with the page. */
  readonly report: BundledReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
  /** Provinces and countries of the world that rows are only known to. */
  readonly worldAreas: readonly NamedArea[];
  readonly datasets: readonly DatasetSummary[];
  readonly layers: readonly Layer[];
  /** Names of the areas that records without a point represent; `IncidentCounts.areas` follows them. */
  readonly areaNames: readonly string[];
  /** From the first minute of a counted, dated incident to the last; empty when nothing is dated. */
  readonly period: TimeRange;
  /** No incident is dated more finely than to a day. */
  readonly isByDay: boolean;
  /** The box of all points, with room for the marks at its edge; undefined when there are none. */
  readonly bounds: Bounds | undefined;
  /** What the home view shows: 98 % of the located incidents or more, see `homeBox`. */
  readonly home: Bounds | undefined;
  /** As far as the map zooms in, see `zoom-limit`. */
  readonly zoomLimit: number;
  /** All incidents, whatever a filter hides. */
  readonly counts: IncidentCounts;
  /** Series and totals, which never count. */
  readonly aggregates: readonly IncidentRecord[];
  readonly outlines: readonly ModelOutline[];
  /** What went wrong without stopping the rest. */
  readonly faults: readonly Fault[];
};

/** A file that was recognised, before it is read: how it would be read, to be confirmed. */
export type ProposedImport = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly format: FormatInfo;
  readonly proposal: MappingProposal;
  /** The file follows the codebook: it needs no column mapping and is read as our own. */
  readonly isNative: boolean;
};

/** How far a file is read: `isComplete` is false while only its first rows are. */
export type ImportProgress = {
  /** Undefined for the first rows of a file that is opened switched off: nothing of it is shown yet. */
  readonly snapshot: DataSnapshot | undefined;
  readonly isComplete: boolean;
};

export type ViewRequest = {
  readonly filter: Filter;
  readonly zoom: number;
  readonly extent: Bounds | undefined;
  /** The settled window. */
  readonly window: TimeRange;
  readonly scheme: ColorScheme;
  /** The record whose mark is asked for. */
  readonly selected: RecordName | undefined;
  /** Asked for when scheme, text or seen part have changed since the last answer. */
  readonly countsIn: { readonly seen: Extent } | undefined;
};
export type ViewAnswer = { readonly view: MarkView; readonly counts: IncidentCounts | undefined };

export type ListRequest = {
  readonly filter: Filter;
  readonly extent: Extent;
  readonly window: TimeRange;
  readonly group: GroupKey | undefined;
};

/** The rows of the table view in the order of a column; undefined: in that of the list. */
export type TableOrderRequest = ListRequest & { readonly sort: TableSort | undefined };

/**
 * Rows of a list as a file. `selection`: in words, what the reader chose, which goes next to each row. `compared`: a
 * second period, whose rows are in the file too.
 */
export type ExportRequest = ListRequest & {
  readonly selection: string;
  readonly compared?: TimeRange | undefined;
};

/** A group by name, as a link has it, or the mark that holds a record at a zoom, as a click has it. */
export type AskedGroup =
  | GroupKey
  | {
      readonly kind: 'mark-of-record';
      readonly zoom: number;
      readonly record: RecordRef;
      /** Only the records of the place of this name. */
      readonly place?: string | undefined;
    };

/** Marks whose named places are asked for, best first; `isOne`: only of one that may be a single place. */
export type MarkPlacesRequest = {
  readonly filter: Filter;
  readonly scheme: ColorScheme;
  readonly groups: readonly AskedGroup[];
  readonly isOne: boolean;
};

export type GroupRequest = {
  readonly filter: Filter;
  readonly window: TimeRange;
  readonly group: AskedGroup;
};
/** All that the panel needs to open a group, or the one record that it has in the window. */
export type GroupAnswer = {
  readonly group: GroupKey;
  readonly list: RecordList;
  /** The first records of the list. */
  readonly records: readonly IncidentRecord[];
  /** The number of its mark, see `MarkView`; undefined for an area. */
  readonly mark: number | undefined;
};

/** Every call that crosses to the worker: name → input and output. */
export type Requests = {
  readonly open: { readonly input: OpenRequest; readonly output: Result<DataSnapshot, Fault> };
  /**
   * Recognises a file, which begins its import, or begins it anew. The page chooses the number of the
   * data set that it becomes.
   */
  readonly propose: {
    readonly input: {
      readonly dataset: number;
      readonly name: string;
      readonly blob: Blob;
      /** The reader's choice; undefined: by the bytes. */
      readonly encoding?: Encoding | undefined;
    };
    readonly output: Result<ProposedImport, Fault>;
  };
  /** The first rows of the proposed file, as they would be read. */
  readonly sample: {
    readonly input: { readonly dataset: number; readonly mapping: ColumnMapping };
    readonly output: readonly SampleRow[];
  };
  /** Reads the proposed file, or its first part where it is long. */
  readonly readFile: {
    readonly input: {
      readonly dataset: number;
      readonly mapping: ColumnMapping;
      /** It is opened switched off: the sets that are on, and the index, stay as they are. */
      readonly isOff: boolean;
    };
    readonly output: Result<ImportProgress, Fault>;
  };
  /** Reads on to the end of the file; other questions go first. */
  readonly readOn: { readonly input: number; readonly output: Result<ImportProgress, Fault> };
  /**
   * Takes back all of an import: its rows, and, unless the reader has switched data sets since, what was
   * on before. Undefined: none of its rows were open.
   */
  readonly cancelImport: { readonly input: number; readonly output: DataSnapshot | undefined };
  /** Shows these sets and puts the others aside. */
  readonly showDatasets: { readonly input: readonly number[]; readonly output: DataSnapshot };
  /** Closes a set. */
  readonly closeDataset: { readonly input: number; readonly output: DataSnapshot };
  /** All notes of a set's reading report, a row each, as CSV with these headings. */
  readonly reportFile: {
    readonly input: { readonly dataset: number; readonly headings: readonly string[] };
    readonly output: Blob;
  };
  /** The rows of a list as CSV. */
  readonly exportRows: { readonly input: ExportRequest; readonly output: Blob };
  readonly view: { readonly input: ViewRequest; readonly output: ViewAnswer };
  /** Undefined: the filter leaves nothing of the group, or it never was. */
  readonly list: { readonly input: ListRequest; readonly output: RecordList | undefined };
  /** As `list`; its days are those of the order of a list. */
  readonly tableOrder: {
    readonly input: TableOrderRequest;
    readonly output: RecordList | undefined;
  };
  /** The number of the mark of each row, see `MarkView`; `NO_MARK` where none holds it. */
  readonly rowMarks: { readonly input: RowMarksQuery; readonly output: Uint32Array<ArrayBuffer> };
  /** Where records are that the page names by their ids. */
  readonly locate: {
    readonly input: LocateQuery;
    readonly output: readonly (LocatedRecord | undefined)[];
  };
  /** What the places of marks are called, for those that are pointed at or read out. */
  readonly markNames: { readonly input: MarkNamesQuery; readonly output: MarkNames };
  /** Undefined: the records of none of them name several places. */
  readonly markPlaces: {
    readonly input: MarkPlacesRequest;
    readonly output: FoundMarkPlaces | undefined;
  };
  /** Undefined: as for `list`. */
  readonly group: { readonly input: GroupRequest; readonly output: GroupAnswer | undefined };
  readonly records: {
    readonly input: readonly RecordRef[];
    readonly output: readonly IncidentRecord[];
  };
  /** The fields of what is on, with what their values are. */
  readonly fields: { readonly input: undefined; readonly output: readonly FieldSummary[] };
  /** The incidents of a window by the values of some fields. */
  readonly facets: { readonly input: FacetsQuery; readonly output: FacetsAnswer };
  readonly find: { readonly input: RecordName; readonly output: IncidentRecord | undefined };
  /** What table and index take, in bytes. */
  readonly sizes: {
    readonly input: undefined;
    readonly output: { readonly table: number; readonly index: number; readonly text: number };
  };
};
export type RequestName = keyof Requests;

export type WorkerRequest =
  | {
      readonly [Name in RequestName]: {
        readonly kind: 'call';
        readonly number: number;
        readonly name: Name;
        readonly input: Requests[Name]['input'];
      };
    }[RequestName]
  | { readonly kind: 'cancel'; readonly number: number };

/** Expected failures travel inside `done`; `failed` is a bug in the worker. */
export type WorkerResponse =
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly output: Requests[RequestName]['output'];
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
