import { columnOfField, type OurField } from '../fields/field-key.ts';
import type { Clause } from '../filters/clause.ts';

/** Fields of ours whose values are words of a closed list, or numbers and dates: they say nothing of a file. */
const CLOSED = new Set<string>([
  'target',
  'weapon',
  'effect',
  'status',
  'killed',
  'injured',
  'origins',
  'place-precision',
  'time-precision',
  'reported',
  'language',
  'quoted',
  'week-hour',
] satisfies readonly OurField[]);

/**
 * Whether a link may hold a clause while a reader's own file is open, which is nobody else's: values of
 * its columns, and names that may be cells of it, stay on the page.
 */
export function isPublicClause(clause: Clause, isPublicArea: (name: string) => boolean): boolean {
  switch (clause.kind) {
    case 'values':
    case 'contains':
      return CLOSED.has(clause.field);
    case 'range':
      return columnOfField(clause.field) === undefined;
    case 'area':
      return clause.shapes.every(
        (shape) => (shape.kind !== 'place' && shape.kind !== 'named') || isPublicArea(shape.name),
      );
    case 'layers':
    case 'text':
    case 'viewport':
    case 'only':
    case 'known':
    case 'hours':
      return true;
  }
}
