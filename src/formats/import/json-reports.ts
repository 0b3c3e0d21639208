import type { RowReport } from '../../core/records/imported-row.ts';
import type { DateOrder } from '../../core/time/date-order.ts';
import { report } from '../schemas/report-parts.ts';
import { receiptOfObject } from '../schemas/receipts.ts';
import { foldName } from '../table/column-names.ts';
import { isAddress, webAddresses } from './web-addresses.ts';

const KEYS = {
  publisher: ['publisher', 'source', 'outlet', 'organisation', 'organization', 'site', 'author'],
  title: ['title', 'headline', 'name'],
  date: ['date', 'published', 'datepublished', 'timestamp'],
  text: ['description', 'desc', 'text', 'summary', 'caption', 'notes', 'note'],
} as const;

/** Small pictures of a report are not its address. */
const PICTURES = new Set(['thumbnail', 'thumb', 'icon', 'image']);

/** Every address anywhere in a value. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isAddress(value.trim()) ? webAddresses(value.trim()) : [];
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) =>
        PICTURES.has(key) ? [] : addressesIn(inside),
      )
    : [];
}

/** `order`: how the file writes day and month. */
export function reportOfObject(whole: object, order: DateOrder): RowReport {
  const { receipt, rest: object } = receiptOfObject(whole, order);
  const byKey = new Map(Object.entries(object).map(([key, value]) => [foldName(key).whole, value]));
  const first = (keys: readonly string[]): string | undefined => {
    for (const key of keys) {
      const value: unknown = byKey.get(key);
      const isText = typeof value === 'number' || (typeof value === 'string' && !isAddress(value));
      if (isText && String(value).trim() !== '') return String(value);
    }
    return undefined;
  };
  const urls = [...new Set(addressesIn(object))];
  const [publisher, title, date, text] = [KEYS.publisher, KEYS.title, KEYS.date, KEYS.text].map(
    first,
  );
  const isNamed = publisher ?? title ?? date ?? text ?? urls[0];
  if (isNamed !== undefined) return report({ publisher, title, date, text, urls, receipt });
  if (receipt?.archived !== undefined) return report({ urls: [receipt.archived], receipt });
  // Under keys of another language: as it is written.
  return report({ text: JSON.stringify(whole) });
}

function ofText(text: string): RowReport {
  return isAddress(text)
    ? report({ urls: [...new Set(webAddresses(text))] })
    : report({ publisher: text });
}

/** The reports that a cell lists as JSON; undefined where it is something else. */
export function reportsOfJson(cell: string, order: DateOrder): readonly RowReport[] | undefined {
  if (!/^\s*[[{]/.test(cell)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    return undefined;
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item): readonly RowReport[] => {
    if (typeof item === 'string') return [ofText(item.trim())];
    return typeof item === 'object' && item !== null ? [reportOfObject(item, order)] : [];
  });
}
