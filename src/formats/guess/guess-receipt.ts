import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import { capturedText, RECEIPT_NAMES, sha256Of, type ReceiptField } from '../schemas/receipts.ts';
import {
  bestBy,
  nameScore,
  shareOfValues,
  synonyms,
  type ColumnProfile,
} from './column-profile.ts';

const NAMES = {
  archive: synonyms(RECEIPT_NAMES.archive, 'archive archived wayback webarchive'),
  captured: synonyms(RECEIPT_NAMES.captured),
  hash: synonyms(RECEIPT_NAMES.hash),
} as const;

const TESTS: Readonly<Record<ReceiptField, (value: string) => boolean>> = {
  archive: (value) => /^https?:\/\/\S/i.test(value),
  captured: (value) =>
    capturedText(value, 'dmy') !== undefined || capturedText(value, 'mdy') !== undefined,
  hash: (value) => sha256Of(value) !== undefined,
};

/** The columns of an archived copy: by their names, if half of their values are what the name says. */
export function guessReceipt(columns: readonly ColumnProfile[]): Pick<ColumnMapping, ReceiptField> {
  const find = (field: ReceiptField) =>
    bestBy(columns, (column) => {
      const score = nameScore(column.name, NAMES[field]);
      return score > 0 && shareOfValues(column, TESTS[field]) >= 0.5 ? score : 0;
    })?.index;
  return { archive: find('archive'), captured: find('captured'), hash: find('hash') };
}
