import type { Fault } from '../../core/fault.ts';
import { crc32 } from './crc32.ts';

/** The most that an archive's content may unpack to. */
export const MOST_UNPACKED_BYTES = 2 ** 31;

/** How much of an archive is unpacked at once: deflate makes at most 1032 times as much of it. */
export const PACKED_BYTES_A_STEP = 1 << 16;

export type UnpackFault = 'damaged' | 'too-large';

/** Takes what is unpacked, part by part, up to a limit. */
export class UnpackedParts {
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  size = 0;
  checksum = 0;
  private readonly mostBytes: number;

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes;
  }

  get isFull(): boolean {
    return this.size > this.mostBytes;
  }

  add(part: Uint8Array<ArrayBuffer>): void {
    this.size += part.length;
    if (this.isFull) {
      this.parts.length = 0;
      return;
    }
    this.checksum = crc32(part, this.checksum);
    if (part.length > 0) this.parts.push(part);
  }
}

/** A fault of unpacking, in the words of a file's faults. */
export const archiveFault = (file: string, fault: UnpackFault, mostBytes: number): Fault =>
  fault === 'too-large'
    ? { kind: 'too-large', file, part: 'unpacked', mostBytes }
    : { kind: 'bad-archive', file, reason: 'damaged' };
