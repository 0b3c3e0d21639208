import type { TypedField } from './field-column.ts';
import { OUR_FIELDS, type FieldKey } from './field-key.ts';

/** Whether any row has a value of a field. Every time may be at some hour of the week, known or not. */
export function isGiven({ column }: TypedField): boolean {
  switch (column.kind) {
    case 'category':
    case 'boolean':
      return column.values.length > 1;
    case 'number':
      return column.min.some((number) => !Number.isNaN(number));
    case 'date':
      return column.from.some((minute) => !Number.isNaN(minute));
    case 'week-hours':
    case 'text':
      return true;
  }
}

const ORDER = new Map<FieldKey, number>(OUR_FIELDS.map((key, at) => [key, at]));

/** Fields of ours in the order in which they are listed. */
export const inOrderOfFields = (fields: readonly TypedField[]): readonly TypedField[] =>
  fields.toSorted((a, b) => (ORDER.get(a.info.key) ?? 0) - (ORDER.get(b.info.key) ?? 0));
