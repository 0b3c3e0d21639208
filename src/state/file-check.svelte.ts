import { isAbortError, LatestRequest } from '../core/base/latest-request.ts';
import type { RecordedHash } from '../core/records/receipt.ts';
import { sha256Of } from '../io/file-digest.ts';

/** A recorded hash, and whether a file has the same. */
type HashComparison = { readonly recorded: RecordedHash; readonly isSame: boolean };

export type CheckedFile = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly comparisons: readonly HashComparison[];
};

export type FileCheckStatus =
  | { readonly kind: 'idle' }
  /** `part` is undefined for a file that is read at once. */
  | { readonly kind: 'reading'; readonly name: string; readonly part: number | undefined }
  | { readonly kind: 'done'; readonly file: CheckedFile }
  | { readonly kind: 'several' }
  | { readonly kind: 'failed'; readonly name: string };

/** Compares a file of the reader with the hashes that a report records. Nothing of it is stored. */
export class FileCheck {
  #status = $state.raw<FileCheckStatus>({ kind: 'idle' });
  readonly #reading = new LatestRequest();

  get status(): FileCheckStatus {
    return this.#status;
  }

  cancel(): void {
    this.#reading.cancel();
    this.#status = { kind: 'idle' };
  }

  /** One file at a time, so that it is clear which one the answer is about. */
  async check(files: readonly File[], hashes: readonly RecordedHash[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    this.cancel();
    if (files.length > 1) {
      this.#status = { kind: 'several' };
      return;
    }
    const { name, size: bytes } = file;
    this.#status = { kind: 'reading', name, part: undefined };
    try {
      const sha256 = await this.#reading.run((signal) =>
        sha256Of(file, {
          signal,
          onProgress: (part) => {
            if (!signal.aborted) this.#status = { kind: 'reading', name, part };
          },
        }),
      );
      const comparisons = hashes.map((recorded) => ({
        recorded,
        isSame: recorded.sha256.trim().toLowerCase() === sha256,
      }));
      this.#status = { kind: 'done', file: { name, bytes, sha256, comparisons } };
    } catch (cause) {
      // A file that was moved, or a folder: browsers say no more.
      if (!isAbortError(cause)) this.#status = { kind: 'failed', name };
    }
  }
}
