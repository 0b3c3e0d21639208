import type { FieldKind } from '../core/fields/field-column.ts';
import type { FieldKey } from '../core/fields/field-key.ts';
import type { FieldSummary } from '../core/index/facet.ts';

/** Facets that are open at first, in this order of fields where the data have them. */
const FIRST_OPEN: readonly FieldKey[] = [
  'target',
  'weapon',
  'effect',
  'status',
  'actor',
  'governorate',
  'killed',
];
/** Of a file, of which no field is known to matter. */
const FIRST_COLUMNS = 4;

/** The facets that are open before a reader opens any. */
export function firstOpen(fields: readonly FieldSummary[]): readonly FieldKey[] {
  const ours = FIRST_OPEN.filter((key) => fields.some((field) => field.key === key));
  if (ours.length > 0) return ours;
  // Columns of few values say most at a glance; numbers such as latitudes say least.
  const columns = fields.filter(({ column }) => column !== undefined);
  const kinds: readonly FieldKind[][] = [
    ['category', 'boolean'],
    ['number', 'date'],
  ];
  return kinds
    .flatMap((of) => columns.filter(({ kind }) => of.includes(kind)))
    .slice(0, FIRST_COLUMNS)
    .map(({ key }) => key);
}
