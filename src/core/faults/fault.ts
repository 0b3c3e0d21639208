import type { DocumentMistake, JsonMistake } from './json-mistake.ts';
import type { RecordFault } from '../records/bundled-report.ts';

/** What is untrue of a file of columns: it is none, of another version, cut, or its parts disagree. */
export type TableFileIssue =
  'magic' | 'version' | 'header' | 'size' | 'texts' | 'places' | 'codes' | 'times';

/**
 * What keeps an archive of map tiles from being drawn: it cannot be read, ends too early, has another version of
 * the format, a compression, a kind or a schema of tiles that the page cannot read, or no tile; or it is too large
 * to be downloaded as a whole from a server that sends no parts.
 */
export type StreetMapIssue =
  'damaged' | 'cut' | 'version' | 'compression' | 'tile-kind' | 'schema' | 'no-tiles' | 'no-parts';

/** What keeps a file of the reader's own from being opened at all. */
export type FileFault =
  | { readonly kind: 'empty-file'; readonly file: string }
  /** No format that is known; `looksLike` where something is recognised that cannot be opened. */
  | {
      readonly kind: 'unknown-format';
      readonly file: string;
      readonly looksLike:
        'html' | 'pdf' | 'office' | 'shapefile' | 'picture' | 'binary' | undefined;
    }
  /** `part`: the file itself, a document that must be read as a whole, or what an archive unpacks to. */
  | {
      readonly kind: 'too-large';
      readonly file: string;
      readonly part: 'file' | 'document' | 'unpacked';
      readonly maxBytes: number;
    }
  | {
      readonly kind: 'too-many-columns';
      readonly file: string;
      readonly columns: number;
      readonly limit: number;
    }
  | { readonly kind: 'too-many-rows'; readonly file: string; readonly limit: number }
  | { readonly kind: 'too-deep'; readonly file: string; readonly limit: number }
  /** JSON or XML that cannot be parsed; `line` and `column` count from 1 where they are known. */
  | {
      readonly kind: 'broken-document';
      readonly file: string;
      readonly format: 'json' | 'xml';
      readonly line: number | undefined;
      readonly column: number | undefined;
      readonly mistake: DocumentMistake;
    }
  /**
   * `reason`: damaged, locked by a password, nothing inside that can be opened, more inside than its
   * directory says, or far more than it is itself.
   */
  | {
      readonly kind: 'bad-archive';
      readonly file: string;
      readonly reason: 'damaged' | 'locked' | 'nothing-inside' | 'method' | 'longer' | 'ratio';
    }
  /** An archive of map tiles that cannot be drawn. */
  | { readonly kind: 'bad-street-map'; readonly file: string; readonly issue: StreetMapIssue }
  /** The file could be read, but has no rows. */
  | { readonly kind: 'no-rows'; readonly file: string };

/** Everything that can go wrong for a user, as code and facts; `i18n` words it. */
export type Fault =
  | FileFault
  /** The browser cannot read on in a file of this device: it was changed, moved or removed. */
  | { readonly kind: 'file-changed' }
  /** A saved file could not be deleted from this device. */
  | { readonly kind: 'not-deleted'; readonly file: string }
  /** How its columns were read was saved by another version of the page: they are suggested anew. */
  | { readonly kind: 'mapping-outdated'; readonly file: string }
  /** The browser gives the page no storage, or not enough of it. */
  | {
      readonly kind: 'not-saved';
      readonly file: string;
      readonly why: 'no-room' | 'no-storage';
    }
  /** A saved file was cancelled or lost while it was opened. */
  | { readonly kind: 'saved-file-unopened'; readonly file: string }
  | { readonly kind: 'bad-address'; readonly address: string }
  | { readonly kind: 'link-refused'; readonly host: string; readonly status: number }
  /** The server sent no byte for this time. */
  | { readonly kind: 'link-stalled'; readonly host: string; readonly seconds: number }
  /** It holds a user name or password, which browsers do not send from here. */
  | { readonly kind: 'link-with-password'; readonly host: string }
  /** `isFollowed`: the reader let it send on to another address, which may be the unreachable one. */
  | { readonly kind: 'link-unreachable'; readonly host: string; readonly isFollowed?: boolean }
  | { readonly kind: 'file-missing'; readonly file: string; readonly status: number }
  | { readonly kind: 'network'; readonly file: string }
  | { readonly kind: 'not-json'; readonly file: string; readonly mistake: JsonMistake }
  /** `encoding` where it is recognised; `line` and `column`, from 1, of the first byte that is no UTF-8. */
  | {
      readonly kind: 'not-utf-8';
      readonly file: string;
      readonly encoding: 'UTF-16' | undefined;
      readonly line: number | undefined;
      readonly column: number | undefined;
    }
  | { readonly kind: 'not-a-collection'; readonly file: string }
  | {
      readonly kind: 'bad-records';
      readonly file: string;
      readonly kept: number;
      readonly faults: readonly RecordFault[];
    }
  | { readonly kind: 'bad-columns'; readonly file: string; readonly reason: TableFileIssue }
  | { readonly kind: 'bug'; readonly message: string }
  /** A part of the page's own program did not arrive. */
  | { readonly kind: 'part-missing' }
  /** Its server does not give the page now, so that a reload would lose it. */
  | { readonly kind: 'page-unreachable' }
  | { readonly kind: 'no-webgl' }
  | { readonly kind: 'map-not-loaded' }
  | { readonly kind: 'map-lost' }
  | { readonly kind: 'base-map-missing'; readonly file: string }
  /** Tiles of a street map that is shown could not be read. */
  | { readonly kind: 'street-map-failed'; readonly file: string }
  | { readonly kind: 'quote-not-found'; readonly file: string };
