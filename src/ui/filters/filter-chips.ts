import { clauseKey, type Clause } from '../../core/filters/clause.ts';
import type { Filter } from '../../core/filters/filter.ts';

/** One filter that can be taken away by itself. */
export type FilterChip = {
  readonly key: string;
  readonly clause: Clause;
  /** What is left of its clause without it; undefined: nothing. */
  readonly rest: Clause | undefined;
};

/** Filters that are switched on by name are one clause, but a chip each; so are areas. */
export const chipsOf = (filter: Filter): readonly FilterChip[] =>
  filter.flatMap((clause): readonly FilterChip[] => {
    const chip = (part: Clause, rest: Clause | undefined, name = ''): FilterChip => ({
      key: `${clauseKey(clause)} ${name}`,
      clause: part,
      rest,
    });
    if (clause.kind === 'only')
      return clause.names.map((name) => {
        const names = clause.names.filter((one) => one !== name);
        const rest = names.length > 0 ? { ...clause, names } : undefined;
        return chip({ ...clause, names: [name] }, rest, name);
      });
    if (clause.kind === 'area')
      return clause.shapes.map((shape, at) => {
        const shapes = clause.shapes.toSpliced(at, 1);
        const rest = shapes.length > 0 ? { ...clause, shapes } : undefined;
        return chip({ ...clause, shapes: [shape] }, rest, String(at));
      });
    return [chip(clause, undefined)];
  });
