import type { RecordFault } from './incident/reading-report.ts';

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
  | { readonly kind: 'no-webgl' }
  | { readonly kind: 'map-lost' }
  | { readonly kind: 'base-map-missing'; readonly file: string }
  | { readonly kind: 'address-part'; readonly part: string; readonly text: string }
  | { readonly kind: 'quote-not-found'; readonly file: string };
