import { Gunzip } from 'fflate';
import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Steps } from '../../core/steps.ts';
import type { ByteSource } from '../sheet/sheet.ts';
import { archiveFault, UnpackedParts, type UnpackOptions } from './unpacked-parts.ts';

/** The last eight bytes of a gzip member: checksum and size, four bytes each, of what it holds. */
function trailerAgrees(source: ByteSource, unpacked: UnpackedParts): boolean {
  if (source.size < 18) return false;
  const bytes = source.read(source.size - 8, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [checksum, size] = [view.getUint32(0, true), view.getUint32(4, true)];
  return checksum === unpacked.checksum && size === unpacked.size % 2 ** 32;
}

/**
 * What a gzip file holds, all members one after the other, stopped at the limits. The checksum is
 * compared where there is one member, as nearly always. Faults: `too-large`, `bad-archive`.
 */
export function* unpackGzip(
  source: ByteSource,
  options: UnpackOptions = {},
): Steps<Result<Uint8Array<ArrayBuffer>[], Fault>> {
  const unpacked = new UnpackedParts(options);
  let members = 1;
  const gunzip = new Gunzip((part) => {
    unpacked.add(part);
  });
  gunzip.onmember = () => {
    members += 1;
  };
  const fault = yield* unpacked.takeFrom(source, 0, source.size, (packed, isLast) => {
    gunzip.push(packed, isLast);
  });
  if (fault) return failed(archiveFault(source.name, fault, options));
  if (members === 1 && !trailerAgrees(source, unpacked))
    return failed(archiveFault(source.name, 'damaged', options));
  return ok(unpacked.parts);
}
