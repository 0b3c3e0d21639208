import type { Fault } from '../core/fault.ts';
import { failed, ok, type Result } from '../core/result.ts';

/** What a link may bring at most; a larger file is to be saved and opened from the device. */
const MOST_BYTES = 1_024 ** 3;

/** Whether an address lies beside the page, so that asking it tells nobody else anything. */
export const isOwnOrigin = (address: string): boolean =>
  new URL(address, document.baseURI).origin === location.origin;

/** Fetches a file of the web, without cookies and without telling which page asks. */
export async function fetchData(
  address: string,
  onProgress: (part: number | undefined) => void,
  stopped: AbortSignal,
): Promise<Result<Blob, Fault>> {
  const { host } = new URL(address);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stopped,
    });
    if (!response.ok) return failed({ kind: 'link-refused', host, status: response.status });
    const size = Number(response.headers.get('content-length'));
    const isSizeTold = size > 0 && response.headers.get('content-encoding') === null;
    let read = 0;
    for (const reader = response.body?.getReader(); reader;) {
      const next = await reader.read();
      if (next.done) break;
      parts.push(next.value);
      read += next.value.length;
      if (read > MOST_BYTES) {
        await reader.cancel();
        return failed({ kind: 'too-large', file: host, part: 'file', mostBytes: MOST_BYTES });
      }
      onProgress(isSizeTold ? Math.min(read / size, 1) : undefined);
    }
  } catch {
    return failed({ kind: 'link-unreachable', host });
  }
  return ok(new Blob(parts));
}
