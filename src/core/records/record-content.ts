import type { KnownPlace } from '../place/precision.ts';
import type { RecordField, WrittenPlace, WrittenTime } from './field.ts';
import type { NamedCell, RowReport, RowSources } from './imported-row.ts';
import type { Kind, Report, Status } from './incident.ts';
import type { SourceCount } from './source-count.ts';

/** What the reports of a record are: read and paraphrased for the data set, or named in a file unchecked. */
type RecordReports =
  | {
      readonly kind: 'checked';
      readonly reports: readonly Report[];
      /** One name for each outlet: found in the worker, because folding names is no part of the first view. */
      readonly publishers: readonly string[];
    }
  | {
      readonly kind: 'named';
      readonly reports: readonly RowReport[];
      /** What is of one of them, not known which; absent where there is none. */
      readonly ofRow?: Omit<RowSources, 'reports'>;
      /** When the row was first reported, or added to its data set. */
      readonly published?: NamedCell;
    };

/** What a record says, wherever it is from: what any record has, then the fields of its data set. */
export type RecordContent = {
  readonly id: string;
  /** A row of a file is an incident. */
  readonly kind: Kind;
  /** Empty where a row has none. */
  readonly title: string;
  /** A summary, or the notes of a file in the words of its author: then in `column`. */
  readonly text: { readonly text: string; readonly column: string | undefined } | undefined;
  /** Undefined for a row that could not be placed. */
  readonly place: KnownPlace | undefined;
  /** The area that a record without a point represents; undefined for one with a point. */
  readonly area: string | undefined;
  readonly time: WrittenTime;
  readonly where: WrittenPlace;
  /** Undefined: a file does not say. */
  readonly status: Status | undefined;
  readonly caveat: string | null;
  readonly reports: RecordReports;
  readonly sources: SourceCount;
  /** The row of a file that it is; undefined for a record of the codebook. */
  readonly origin:
    | { readonly dataset: number; readonly number: number; readonly line: number | undefined }
    | undefined;
  readonly fields: readonly RecordField[];
};
