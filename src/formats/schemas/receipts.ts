import type { NamedCell } from '../../core/records/imported-row.ts';
import type { ArchivedCopy, Receipt } from '../../core/records/receipt.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { DAY, isoText } from '../../core/time/minute.ts';
import { parseDate } from '../../core/time/parse-date.ts';
import { foldName } from '../table/column-names.ts';

/** Names under which files keep what is known of an archived copy, from the surest to the loosest. */
export const RECEIPT_NAMES = {
  archive:
    'archive_url archived_url archive_link archived_link archive_location archive archived archive_address archived_copy wayback wayback_url wayback_link wayback_machine webarchive web_archive web_archive_url',
  captured:
    'archive_date archived_at archived_on date_archived archived_date archive_time archive_timestamp captured captured_at capture_date capture_time date_captured capture_timestamp',
  hash: 'sha256 sha256sum sha256_hash hash_sha256 sha_256 hash file_hash media_hash content_hash archive_hash checksum',
} as const;

export type ReceiptField = keyof typeof RECEIPT_NAMES;

const FIELD_OF: ReadonlyMap<string, ReceiptField> = new Map(
  (['archive', 'captured', 'hash'] as const).flatMap((field) =>
    RECEIPT_NAMES[field].split(' ').map((name) => [foldName(name).whole, field] as const),
  ),
);
/** What a name says of an archived copy; undefined for any other name. */
export const receiptFieldOf = (name: string): ReceiptField | undefined =>
  FIELD_OF.get(foldName(name).whole);

const SHA_256 = /^(?:sha-?256\s*[:=]\s*)?([\da-f]{64})$/i;
/** The 64 digits in lower case; undefined for any other hash, which is only in the cells of its row. */
export const sha256Of = (text: string): string | undefined =>
  SHA_256.exec(text.trim())?.[1]?.toLowerCase();

/** ISO 8601 with or without seconds and an offset. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A day or a time as ISO 8601, with the offset that is written; undefined where it cannot be read as one. */
export function capturedText(text: string, order: DateOrder): string | undefined {
  const written = text.trim();
  const date = parseDate(written, order, undefined);
  if (typeof date !== 'object' || date.open !== undefined) return undefined;
  const [, day, clock, zone = ''] = ISO.exec(written) ?? [];
  if (day !== undefined) return clock === undefined ? day : `${day}T${clock}${zone}`;
  const length = date.to - date.from;
  return length === DAY || length === 1 ? isoText(date.from) : undefined;
}

/** The addresses of the web in a cell, each once. */
const addressesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\s+|[;,|]+(?=https?:\/\/)/i)
      .map((part) => part.replace(/(?<![;,|])[;,|]+$/, ''))
      .filter((part) => /^https?:\/\//i.test(part) && URL.canParse(part)),
  ),
];

/** The texts of a receipt. */
export type ReceiptTexts = Readonly<Record<ReceiptField, string>> & {
  /** The column of the hash. */
  readonly hashOf: string;
  /** Columns of further copies. */
  readonly others?: readonly NamedCell[];
};

/** Undefined where the texts say nothing that can be checked. A time without any copy is no copy that was made. */
export function receiptOf(texts: ReceiptTexts, order: DateOrder): Receipt | undefined {
  const [archived, ...more] = addressesIn(texts.archive);
  const copies: readonly ArchivedCopy[] = [
    ...more.map((address) => ({ address, column: undefined })),
    ...(texts.others ?? []).flatMap(({ column, text }) =>
      addressesIn(text).map((address) => ({ address, column })),
    ),
  ].filter(({ address }) => address !== archived);
  const sha256 = sha256Of(texts.hash);
  if (archived === undefined && copies.length === 0 && sha256 === undefined) return undefined;
  const captured = texts.captured === '' ? undefined : capturedText(texts.captured, order);
  return {
    ...(archived === undefined ? {} : { archived }),
    ...(copies.length === 0 ? {} : { copies }),
    ...(captured === undefined ? {} : { captured }),
    ...(sha256 === undefined ? {} : { hashes: [{ sha256, of: texts.hashOf, isColumn: true }] }),
  };
}

/** The receipt of a report that is written as an object, and what the object says besides. */
export function receiptOfObject(
  object: object,
  order: DateOrder,
): { readonly receipt: Receipt | undefined; readonly rest: object } {
  const texts = { archive: '', captured: '', hash: '', hashOf: '' };
  const rest: [string, unknown][] = [];
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    const field = typeof value === 'string' ? receiptFieldOf(key) : undefined;
    if (field === undefined || typeof value !== 'string') rest.push([key, value]);
    else if (texts[field] === '') {
      texts[field] = value;
      if (field === 'hash') texts.hashOf = key;
    }
  }
  return { receipt: receiptOf(texts, order), rest: Object.fromEntries(rest) };
}
