import type { Fault } from '../../core/faults/fault.ts';
import { UNPACK_LIMITS, type UnpackLimits } from '../../core/mapping/unpack-limits.ts';
import type { Task } from '../../core/base/task.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { crc32 } from './crc32.ts';

/** How unpacking is limited and watched. */
export type UnpackOptions = {
  readonly limits?: UnpackLimits;
  /** Hears after each step how many bytes are unpacked. */
  readonly onUnpacked?: (bytes: number) => void;
};

/** How much of an archive is read at once. */
const BLOCK_BYTES = 1 << 16;

/** How much is unpacked at once, packed: one step makes about a megabyte, or 64 KB are tried. */
const MIN_PIECE_BYTES = 1 << 10;
const MAX_MADE_BYTES = 1 << 20;

/** `longer`: it holds more than its directory says. */
export type UnpackFault = 'damaged' | 'longer' | 'too-large' | 'ratio';

/** The stretch of a source that is packed; `enough`: stop when this many bytes are unpacked. */
type PackedPart = { readonly from: number; readonly to: number; readonly enough?: number };

/** Takes what is unpacked, part by part, up to a limit. */
export class UnpackedParts {
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  size = 0;
  /** Of what was added since `restartChecksum`. */
  checksum = 0;
  checkedBytes = 0;
  readonly #limits: UnpackLimits;
  readonly #onUnpacked: ((bytes: number) => void) | undefined;
  readonly #statedBytes: number;

  /** `statedBytes`: what the archive itself says it unpacks to. */
  constructor({ limits = UNPACK_LIMITS, onUnpacked }: UnpackOptions, statedBytes = Infinity) {
    this.#limits = limits;
    this.#onUnpacked = onUnpacked;
    this.#statedBytes = statedBytes;
  }

  add(part: Uint8Array<ArrayBuffer>): void {
    this.size += part.length;
    if (this.size > this.#limits.maxBytes || this.size > this.#statedBytes) {
      this.parts.length = 0;
      return;
    }
    this.checksum = crc32(part, this.checksum);
    this.checkedBytes += part.length;
    if (part.length > 0) this.parts.push(part);
  }

  restartChecksum(): void {
    this.checksum = 0;
    this.checkedBytes = 0;
  }

  /** What forbids `bytes` that were `packedBytes`. */
  #excess(bytes: number, packedBytes: number): UnpackFault | undefined {
    const { maxBytes, maxRatio, freeBytes } = this.#limits;
    if (bytes > maxBytes) return 'too-large';
    return bytes > freeBytes && bytes > maxRatio * packedBytes ? 'ratio' : undefined;
  }

  /** Whether it is too much already by what the archive says of itself. */
  statedExcess(packedBytes: number): UnpackFault | undefined {
    return this.#statedBytes === Infinity
      ? undefined
      : this.#excess(this.#statedBytes, packedBytes);
  }

  /**
   * Gives the bytes of `source` to `push`, which adds here what they unpack to, and stops at the first
   * fault. The pieces follow the ratio, so that no step takes long or makes much more than a limit allows.
   */
  async takeFrom(
    source: ByteSource,
    { from, to, enough = Infinity }: PackedPart,
    push: (packed: Uint8Array<ArrayBuffer>, isLast: boolean) => void,
    task: Task,
  ): Promise<UnpackFault | undefined> {
    let pieceBytes = MIN_PIECE_BYTES;
    let block = new Uint8Array();
    let blockFrom = from;
    for (let at = from; at < to;) {
      if (at >= blockFrom + block.length) {
        blockFrom = at;
        block = source.read(at, Math.min(at + BLOCK_BYTES, to));
        if (block.length === 0) return 'damaged';
      }
      const packed = block.subarray(at - blockFrom, at - blockFrom + pieceBytes);
      const before = this.size;
      at += packed.length;
      try {
        push(packed, at === to);
      } catch {
        return 'damaged';
      }
      const excess = this.#excess(this.size, at - from);
      if (excess) return excess;
      if (this.size > this.#statedBytes) return 'longer';
      const made = this.size - before;
      if (made > MAX_MADE_BYTES) pieceBytes = Math.max(pieceBytes / 2, MIN_PIECE_BYTES);
      else if (made < MAX_MADE_BYTES / 4) pieceBytes = Math.min(pieceBytes * 2, BLOCK_BYTES);
      this.#onUnpacked?.(this.size);
      if (this.size >= enough) return undefined;
      if (task.isDue()) await task.yield((at - from) / (to - from));
    }
    return undefined;
  }
}

/** A fault of unpacking, in the words of a file's faults. */
export const archiveFault = (
  file: string,
  fault: UnpackFault,
  { limits = UNPACK_LIMITS }: UnpackOptions,
): Fault =>
  fault === 'too-large'
    ? { kind: 'too-large', file, part: 'unpacked', maxBytes: limits.maxBytes }
    : { kind: 'bad-archive', file, reason: fault };
