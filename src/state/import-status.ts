import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { ProposedImport } from '../worker/protocol.ts';

/** How far an import has come. */
export type ImportStatus =
  /** Another site would be asked, or may be by a redirect: only when the reader agrees. */
  | {
      readonly kind: 'asking';
      readonly address: string;
      readonly host: string;
      readonly why: 'other-site' | 'redirect';
    }
  /** `part`: 0 to 1, undefined where the site does not send the size. */
  | {
      readonly kind: 'fetching';
      readonly address: string;
      readonly host: string;
      readonly part: number | undefined;
    }
  | {
      readonly kind: 'recognising';
      readonly name: string;
      /** 0 to 1; undefined until the worker says. */
      readonly part: number | undefined;
      /** How much of an archive is unpacked, while it is. */
      readonly unpackedBytes: number | undefined;
    }
  | {
      readonly kind: 'confirming';
      readonly proposed: ProposedImport;
      readonly mapping: ColumnMapping;
      readonly samples: readonly SampleRow[];
      /** The order of day and month is open until the reader chooses. */
      readonly isDateOrderAsked: boolean;
      /** The file is proposed anew in another text encoding: it cannot be confirmed until then. */
      readonly isEncodingPending: boolean;
    }
  /** `isShown`: the first rows are on the map already. */
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly part: number;
      readonly isShown: boolean;
    };
