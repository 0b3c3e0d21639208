import type { Span } from './time/span.ts';
import type { UnreadPart } from './view/unread-part.ts';
import type { RecordFault } from './incident/reading-report.ts';

/** What is untrue of a file of columns: it is none, of another version, cut, or its parts disagree. */
export type ColumnsFlaw =
  'magic' | 'version' | 'header' | 'size' | 'texts' | 'places' | 'codes' | 'times';

/** Everything that can go wrong for a user, as code and facts; `i18n` words it. */
export type Fault =
  | { readonly kind: 'file-missing'; readonly file: string; readonly status: number }
  | { readonly kind: 'network'; readonly file: string }
  | { readonly kind: 'not-json'; readonly file: string; readonly detail: string }
  | { readonly kind: 'not-a-collection'; readonly file: string }
  | {
      readonly kind: 'bad-records';
      readonly file: string;
      readonly kept: number;
      readonly faults: readonly RecordFault[];
    }
  | { readonly kind: 'bad-columns'; readonly file: string; readonly reason: ColumnsFlaw }
  | { readonly kind: 'bug'; readonly message: string }
  | { readonly kind: 'no-webgl' }
  | { readonly kind: 'map-not-loaded' }
  | { readonly kind: 'map-lost' }
  | { readonly kind: 'base-map-missing'; readonly file: string }
  | { readonly kind: 'address-parts'; readonly parts: readonly UnreadPart[] }
  | { readonly kind: 'outside-period'; readonly period: Span }
  | { readonly kind: 'quote-not-found'; readonly file: string };
