import type { Fault } from '../core/faults/fault.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { Encoding } from '../core/mapping/format-info.ts';
import type { Result } from '../core/base/result.ts';
import type { FetchedData, Redirected } from '../io/fetch-data.ts';

/** A file to be opened. */
export type IncomingFile = {
  readonly name: string;
  readonly blob: Blob;
  /** Where it came from the web. */
  readonly address: string | undefined;
  /** How it was read before: it is read so again, without a question. */
  readonly mapping?: ColumnMapping | undefined;
  /** The key under which this device keeps it. */
  readonly savedKey?: string | undefined;
  /** Fetched now from its address, though this device may keep a copy. */
  readonly isPublished?: boolean;
  /** The site that sent it, where that is not the one of its address. */
  readonly answeredBy?: string | undefined;
  /** The text encoding that the reader chose for it. */
  readonly encoding?: Encoding | undefined;
  /** It opens switched off: a link says what is shown. */
  readonly isOff?: boolean;
};

/** Where an import begins: with a file, or with an address, of whose file this device may keep a `copy`. */
export type ImportOrigin =
  | { readonly kind: 'file'; readonly file: IncomingFile }
  | {
      readonly kind: 'link';
      readonly address: string;
      readonly copy?: IncomingFile | undefined;
      /** The street map that the editor of the page has set. */
      readonly isOfPage?: boolean;
    };

/** How a file of the web is fetched. */
export type FetchEdges = {
  /** Fetches a file of the web; nothing of the reader goes along. */
  readonly fetchData: (
    address: string,
    onProgress: (part: number | undefined) => void,
    cancelled: AbortSignal,
    mayFollow: boolean,
  ) => Promise<Result<FetchedData, Fault> | Redirected>;
  /** Whether an address is on the page's own site, so that asking it tells nobody else anything. */
  readonly isOwnOrigin: (address: string) => boolean;
};

export const isWebAddress = (text: string): boolean =>
  /^https?:\/\//i.test(text) && URL.canParse(text);
