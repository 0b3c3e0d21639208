import type { FieldKey } from '../fields/field-key.ts';
import type { ImportReport } from '../mapping/import-report.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { InvalidParameter } from '../url/invalid-parameter.ts';
import type { Fault } from './fault.ts';

/** What the user is told that is no fault: something was done, or done otherwise than asked. */
type Information =
  /** A file of the reader's own was read. */
  | {
      readonly kind: 'file-read';
      readonly dataset: number;
      readonly report: ImportReport;
      /** The site that gave it, where the address that was asked redirected to it. */
      readonly answeredBy?: string | undefined;
    }
  /** A street map of the reader's own is open. */
  | { readonly kind: 'street-map-opened'; readonly file: string; readonly key: string }
  /** A saved file was opened switched off, because the page was opened by a link. */
  | { readonly kind: 'opened-off'; readonly file: string }
  /** Files that were open in this tab before, and that this device does not keep. */
  | { readonly kind: 'files-not-kept'; readonly files: readonly string[] }
  /** The published table could not be read; the copy on this device is shown. */
  | { readonly kind: 'saved-copy-shown'; readonly file: string }
  /** The worker ended and another opened all again, except the files named. */
  | { readonly kind: 'reader-restarted'; readonly lost: readonly string[] }
  /** The base map is downloaded as a whole, because its server sends no parts of files. */
  | { readonly kind: 'base-map-whole' }
  /** Parts of a link that match nothing here. */
  | { readonly kind: 'address-parts'; readonly parts: readonly InvalidParameter[] }
  /** Columns that a link filters or sorts by, of which no open data have one, or one of another kind. */
  | {
      readonly kind: 'address-columns';
      readonly missing: readonly string[];
      readonly unfit: readonly string[];
    }
  /** What else a link filters by that no open data have: fields, fields of that kind, and values, with their fields. */
  | {
      readonly kind: 'address-filters';
      readonly missing: readonly FieldKey[];
      readonly unfit: readonly FieldKey[];
      readonly values: readonly { readonly field: FieldKey; readonly values: readonly string[] }[];
    }
  | { readonly kind: 'outside-period'; readonly period: TimeRange }
  /** What was typed is no date; empty where the browser's own field does not tell it. `example`: one as it is written. */
  | { readonly kind: 'unread-date'; readonly text: string; readonly example: string }
  /** The typed dates were no valid window; `window` is the corrected one. */
  | {
      readonly kind: 'window-corrected';
      readonly how: 'swapped' | 'end-moved' | 'lengthened';
      readonly window: TimeRange;
    };

/** Everything that a notice may say, as code and facts; `i18n` words it. */
export type Message = Fault | Information;
