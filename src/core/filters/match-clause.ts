import { assertNever } from '../base/assert-never.ts';
import type { Task } from '../base/task.ts';
import type { Clause } from './clause.ts';
import type { RowFlags, RowSource } from './match.ts';
import { matchLayers, matchText } from './match-first.ts';

/**
 * Which rows pass a clause; undefined: all do. Kinds that the first view does not need are loaded with
 * the first clause of their kind.
 */
export async function matchClause(
  clause: Clause,
  source: RowSource,
  task: Task,
): Promise<RowFlags | undefined> {
  switch (clause.kind) {
    case 'layers':
      return matchLayers(clause, source, task);
    case 'text':
      return matchText(clause, source, task);
    case 'only':
      return (await import('./only-clause.ts')).matchOnly(clause, source, task);
    case 'known':
      return (await import('./known-before.ts')).matchKnown(source.table, clause.before);
    case 'viewport':
      // Which part of the world that is, comes with each query as its extent.
      return undefined;
    case 'values':
      return (await import('./values-clause.ts')).matchValues(clause, source, task);
    case 'range':
      return (await import('./range-clause.ts')).matchRange(clause, source, task);
    case 'contains':
      return (await import('./contains-clause.ts')).matchContains(clause, source, task);
    case 'hours':
      return (await import('./hours-clause.ts')).matchHours(clause, source, task);
    case 'area':
      return (await import('./area-clause.ts')).matchArea(clause, source, task);
    default:
      return assertNever(clause);
  }
}
