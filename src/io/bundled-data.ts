import type { Fault } from '../core/faults/fault.ts';
import { failed, ok, type Result } from '../core/base/result.ts';

/** The address of a file that is served next to the page. */
export const bundledAddress = (file: string): string => new URL(file, document.baseURI).href;

/** Fetches a file served next to the page, as bytes. */
export async function fetchBundled(file: string): Promise<Result<ArrayBuffer, Fault>> {
  try {
    const response = await fetch(bundledAddress(file));
    if (!response.ok) return failed({ kind: 'file-missing', file, status: response.status });
    return ok(await response.arrayBuffer());
  } catch {
    return failed({ kind: 'network', file });
  }
}
