import type { Fault } from '../core/fault.ts';
import type { SheetForm } from '../core/reading/sheet-form.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { asPart, type Steps } from '../core/steps.ts';
import { unreachable } from '../core/unreachable.ts';
import { openArchive, type Unpacked } from './archive/open-archive.ts';
import { looksDelimited } from './delimited/looks-delimited.ts';
import { openDelimited } from './delimited/open-delimited.ts';
import { openGpx } from './documents/open-gpx.ts';
import { openJsonLines, looksLikeJsonLines } from './documents/open-json-lines.ts';
import { openJson } from './documents/open-json.ts';
import { openKml } from './documents/open-kml.ts';
import { HEAD_BYTES, recognise } from './documents/recognise.ts';
import type { ByteSource, Sheet } from './sheet/sheet.ts';

const unknown = (
  file: string,
  looksLike: Extract<Fault, { kind: 'unknown-format' }>['looksLike'],
): Result<never, Fault> => failed({ kind: 'unknown-format', file, looksLike });

/** Opens what is no archive by its first bytes; undefined for an archive. */
function* openPlain(source: ByteSource): Steps<Result<Sheet, Fault> | undefined> {
  const file = source.name;
  const head = source.read(0, Math.min(HEAD_BYTES, source.size));
  const recognised = recognise(head);
  switch (recognised.kind) {
    case 'zip':
    case 'gzip':
      return undefined;
    case 'json':
      return yield* looksLikeJsonLines(source) ? openJsonLines(source) : openJson(source);
    case 'kml':
      return yield* openKml(source);
    case 'gpx':
      return yield* openGpx(source);
    case 'text':
      return looksDelimited(head) ? yield* openDelimited(source) : unknown(file, undefined);
    case 'other-xml':
      return unknown(file, undefined);
    case 'blank':
      return failed({ kind: source.size === 0 ? 'empty-file' : 'no-rows', file });
    case 'lookalike':
      // UTF-16 without a mark has as many zeros as a program.
      return recognised.looksLike === 'binary' && looksDelimited(head)
        ? yield* openDelimited(source)
        : unknown(file, recognised.looksLike);
    default:
      return unreachable(recognised);
  }
}

/** A sheet that says from which member of an archive it comes. */
const withMember = (sheet: Sheet, form: SheetForm): Sheet => ({
  columns: sheet.columns,
  hasGeometry: sheet.hasGeometry,
  form,
  rows: () => sheet.rows(),
  rowAt: (offset) => sheet.rowAt(offset),
  get bytesKept() {
    return sheet.bytesKept;
  },
});

/**
 * Opens a file of any format, by its first bytes and never by its name: a document, a table, or the
 * one member of an archive that can be opened. `unpacked` makes a source of what an archive holds.
 */
export function* openAnySheet(
  source: ByteSource,
  unpacked: (name: string, parts: Uint8Array<ArrayBuffer>[]) => ByteSource,
  mostUnpackedBytes?: number,
): Steps<Result<Sheet, Fault>> {
  const plain = yield* openPlain(source);
  if (plain) return plain;
  const archive = yield* asPart(0, 0.5, openArchive(source, mostUnpackedBytes));
  if (archive.kind === 'failed') return archive;
  const { name, parts, otherMembers }: Unpacked = archive.value;
  const inside = yield* asPart(0.5, 1, openPlain(unpacked(name, parts)));
  // An archive inside an archive stays shut.
  if (!inside) return failed({ kind: 'bad-archive', file: source.name, reason: 'nothing-inside' });
  if (inside.kind === 'failed') return inside;
  const { form } = inside.value;
  return ok(withMember(inside.value, { ...form, member: name, otherMembers }));
}
