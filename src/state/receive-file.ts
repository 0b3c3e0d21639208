import type { Fault } from '../core/faults/fault.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { FetchEdges, ImportOrigin, IncomingFile } from './incoming-file.ts';

/** What the file at an address is called. */
export const nameOfAddress = (address: string): string => {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast(Boolean) ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/**
 * The file that an import begins with: given, or fetched. `ask` resolves when the reader agrees that the
 * site of the address is asked, or a redirect followed.
 */
export async function incomingFile(
  origin: ImportOrigin,
  { fetchData, isOwnOrigin }: FetchEdges,
  ask: (why: 'other-site' | 'redirect', address: string) => Promise<unknown>,
  onProgress: (part: number | undefined, address: string) => void,
  signal: AbortSignal,
): Promise<Result<IncomingFile, Fault>> {
  if (origin.kind === 'file') return ok(origin.file);
  const { address, copy } = origin;
  const fetched = async (mayFollow: boolean): ReturnType<FetchEdges['fetchData']> => {
    onProgress(undefined, address);
    const answer = await fetchData(
      address,
      (part) => {
        onProgress(part, address);
      },
      signal,
      mayFollow,
    );
    signal.throwIfAborted();
    return answer;
  };
  const { username, password } = new URL(address);
  // An address with a password is refused before any request.
  const isRefused = username !== '' || password !== '';
  if (!isRefused && !isOwnOrigin(address)) await ask('other-site', address);
  let answer = await fetched(false);
  if (answer.kind === 'redirected') {
    await ask('redirect', address);
    answer = await fetched(true);
  }
  if (answer.kind === 'redirected')
    throw new Error('A redirect was reported although redirects were allowed.');
  if (answer.kind === 'failed') return answer;
  const { blob, answeredBy } = answer.value;
  const savedKey = copy?.savedKey;
  const name = nameOfAddress(address);
  // It is not read as its copy was: its columns may be others by now.
  return ok({ name, blob, address, answeredBy, savedKey, isPublished: true });
}
