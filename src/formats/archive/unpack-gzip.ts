import { Gunzip } from 'fflate';
import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Steps } from '../../core/steps.ts';
import type { ByteSource } from '../sheet/sheet.ts';
import {
  archiveFault,
  MOST_UNPACKED_BYTES,
  PACKED_BYTES_A_STEP,
  UnpackedParts,
} from './unpacked-parts.ts';

/** The last eight bytes of a gzip member: checksum and size, four bytes each, of what it holds. */
function trailerAgrees(source: ByteSource, unpacked: UnpackedParts): boolean {
  if (source.size < 18) return false;
  const bytes = source.read(source.size - 8, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [checksum, size] = [view.getUint32(0, true), view.getUint32(4, true)];
  return checksum === unpacked.checksum && size === unpacked.size % 2 ** 32;
}

/**
 * What a gzip file holds, all members one after the other, stopped at `mostBytes`. The checksum is
 * compared where there is one member, as nearly always.
 */
export function* unpackGzip(
  source: ByteSource,
  mostBytes = MOST_UNPACKED_BYTES,
): Steps<Result<Uint8Array<ArrayBuffer>[], Fault>> {
  const unpacked = new UnpackedParts(mostBytes);
  let members = 1;
  const gunzip = new Gunzip((part) => {
    unpacked.add(part);
  });
  gunzip.onmember = () => {
    members += 1;
  };
  for (let at = 0; at < source.size;) {
    const to = Math.min(at + PACKED_BYTES_A_STEP, source.size);
    try {
      gunzip.push(source.read(at, to), to === source.size);
    } catch {
      return failed(archiveFault(source.name, 'damaged', mostBytes));
    }
    if (unpacked.isFull) return failed(archiveFault(source.name, 'too-large', mostBytes));
    at = to;
    yield at / source.size;
  }
  if (members === 1 && !trailerAgrees(source, unpacked))
    return failed(archiveFault(source.name, 'damaged', mostBytes));
  return ok(unpacked.parts);
}
