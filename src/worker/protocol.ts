import type { Fault } from '../core/fault.ts';
import type { Dataset } from '../core/incident/dataset.ts';
import type { IncidentTable } from '../core/incident/incident-table.ts';
import type { ReadingReport } from '../core/incident/reading-report.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import type { Result } from '../core/result.ts';
import type { SourceDocument } from '../core/source/source-document.ts';

/** A file's bytes, moved to the worker unread. */
export type SentFile = { readonly file: string; readonly bytes: ArrayBuffer };

/** The files of a data set; only the records must be there. */
export type OpenRequest = {
  readonly dataset: SentFile | undefined;
  readonly records: SentFile;
  readonly sources: SentFile | undefined;
  readonly areas: SentFile | undefined;
};

export type Opened = {
  readonly dataset: Dataset;
  readonly table: IncidentTable;
  readonly report: ReadingReport;
  readonly documents: readonly SourceDocument[];
  readonly areas: readonly NamedArea[];
  /** What went wrong without stopping the rest. */
  readonly faults: readonly Fault[];
};

/** Every call that crosses to the worker: name → input and output. */
export type Calls = {
  readonly open: { readonly input: OpenRequest; readonly output: Result<Opened, Fault> };
};
export type CallName = keyof Calls;

export type Question = {
  readonly [Name in CallName]: {
    readonly kind: 'call';
    readonly number: number;
    readonly name: Name;
    readonly input: Calls[Name]['input'];
  };
}[CallName];

/** Expected failures travel inside `done`; `failed` is a bug in the worker. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly output: Calls[CallName]['output'];
    }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string };
