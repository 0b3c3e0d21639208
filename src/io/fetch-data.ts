import type { Fault } from '../core/faults/fault.ts';
import { failed, ok, type Result } from '../core/base/result.ts';

/** Maximum size of a file from a link; a larger file must be saved first and opened from the device. */
const MAX_BYTES = 1_024 ** 3;

/** A request fails when the server sends nothing for this long. */
const MAX_SILENT_SECONDS = 30;

export type FetchLimits = { readonly maxBytes: number; readonly maxSilentSeconds: number };

const LIMITS: FetchLimits = { maxBytes: MAX_BYTES, maxSilentSeconds: MAX_SILENT_SECONDS };

/** The URL redirects. Browsers do not reveal the target without contacting it. */
export type Redirected = { readonly kind: 'redirected' };

/** The data, and the site that sent them if it is not the requested one. */
export type FetchedData = { readonly blob: Blob; readonly answeredBy: string | undefined };

/** Browsers hide a redirect that is not followed; Node shows its status. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status > 300 && status < 400 && status !== 304);

/**
 * Fetches a file of the web, without cookies and without telling which page asks. A redirect is followed
 * only with `mayFollow`: it could contact a site that the reader was not asked about. Rejects with an
 * `AbortError` when the reader cancels, which is no fault of the site.
 */
export async function fetchData(
  address: string,
  onProgress: (part: number | undefined) => void,
  cancelled: AbortSignal,
  mayFollow = false,
  { maxBytes, maxSilentSeconds }: FetchLimits = LIMITS,
): Promise<Result<FetchedData, Fault> | Redirected> {
  const { host, origin, username, password } = new URL(address);
  if (username !== '' || password !== '') return failed({ kind: 'link-with-password', host });
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silent.abort();
    }, maxSilentSeconds * 1_000);
  };
  const tooLarge = failed({
    kind: 'too-large' as const,
    file: host,
    part: 'file' as const,
    maxBytes,
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let answeredBy: string | undefined;
  listen();
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: mayFollow ? 'follow' : 'manual',
      signal: AbortSignal.any([cancelled, silent.signal]),
    });
    if (isRedirect(response)) return { kind: 'redirected' };
    const answer = response.url === '' ? undefined : new URL(response.url);
    if (answer && answer.origin !== origin) answeredBy = answer.host;
    if (!response.ok)
      return failed({ kind: 'link-refused', host: answeredBy ?? host, status: response.status });
    const size = Number(response.headers.get('content-length'));
    if (size > maxBytes) {
      await response.body?.cancel();
      return tooLarge;
    }
    const isSizeKnown = size > 0 && response.headers.get('content-encoding') === null;
    let read = 0;
    for (const reader = response.body?.getReader(); reader;) {
      const next = await reader.read();
      if (next.done) break;
      listen();
      parts.push(next.value);
      read += next.value.length;
      if (read > maxBytes) {
        await reader.cancel();
        return tooLarge;
      }
      onProgress(isSizeKnown ? Math.min(read / size, 1) : undefined);
    }
  } catch {
    cancelled.throwIfAborted();
    return silent.signal.aborted
      ? failed({ kind: 'link-stalled', host, seconds: maxSilentSeconds })
      : failed({ kind: 'link-unreachable', host, isFollowed: mayFollow });
  } finally {
    clearTimeout(timer);
  }
  return ok({ blob: new Blob(parts), answeredBy });
}
