import type { FieldKind } from '../fields/field-column.ts';
import type { FieldClause } from './clause.ts';

/** Whether a clause asks for what a field of a kind has. Categories of one file may be too many in another: a text. */
export function fitsKind(clause: FieldClause, kind: FieldKind): boolean {
  switch (clause.kind) {
    case 'values':
    case 'contains':
      return kind === 'category' || kind === 'boolean' || kind === 'text';
    case 'range':
      return clause.isDate ? kind === 'date' : kind === 'number';
    case 'hours':
    case 'area':
      return true;
  }
}
