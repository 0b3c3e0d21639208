import { failed, ok } from '../../core/base/result.ts';
import { readEdtfSpan } from '../../core/time/edtf-range.ts';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import { MAX_DOCUMENT_BYTES } from '../table/document-limits.ts';
import type { Format } from '../table/format.ts';
import { looksNative } from './looks-native.ts';
import { nativeBytes } from './native-bytes.ts';
import { readIncidentFile } from './read-incidents.ts';

/** Our own records are detected by this much of their file. */
const MAX_SIGN_BYTES = 16_384;

/** Our own records: read as such they keep their reports, which a table would flatten. */
export const native: Format = {
  id: 'native',
  // Read as UTF-8, as the format demands; in another encoding it is a table of JSON.
  detect: ({ bytes }) => looksNative(decodeUtf8(bytes.subarray(0, MAX_SIGN_BYTES))),
  open(source) {
    const read = (file: string, utcOffset: number) =>
      source.size > MAX_DOCUMENT_BYTES
        ? failed({
            kind: 'too-large' as const,
            file,
            part: 'document' as const,
            maxBytes: MAX_DOCUMENT_BYTES,
          })
        : readIncidentFile(file, nativeBytes(source), utcOffset, readEdtfSpan);
    return Promise.resolve(ok({ kind: 'records', format: { format: 'native' }, read }));
  },
};
