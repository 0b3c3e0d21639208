import type { AreaShape } from '../core/filters/area-shape.ts';
import { storableShape } from '../core/filters/area-text.ts';
import { writeShape } from '../core/filters/write-shape.ts';
import { MAX_VALUES } from '../core/filters/clause.ts';
import { clauseOf } from '../core/filters/filter.ts';
import type { Filters } from './filters.svelte.ts';

const NONE: readonly AreaShape[] = [];

type AreaFilters = Pick<Filters, 'clauses' | 'put' | 'remove'>;

/** The areas that are filtered by. */
export const shapesIn = ({ clauses }: Pick<Filters, 'clauses'>): readonly AreaShape[] =>
  clauseOf(clauses, 'area')?.shapes ?? NONE;

function put(filters: AreaFilters, shapes: readonly AreaShape[]): void {
  if (shapes.length > 0) filters.put({ kind: 'area', field: 'area', shapes });
  else filters.remove({ kind: 'area', field: 'area' });
}

/** Adds an area as a link would restore it; false where it is none. */
export function addShape(filters: AreaFilters, shape: AreaShape): boolean {
  const stored = storableShape(shape);
  const shapes = shapesIn(filters);
  if (!stored || shapes.length >= MAX_VALUES) return false;
  const text = writeShape(stored);
  if (!shapes.some((one) => writeShape(one) === text)) put(filters, [...shapes, stored]);
  return true;
}

/** Puts another shape in the place of one; false where it is none, and nothing changes. */
export function changeShape(filters: AreaFilters, at: number, shape: AreaShape): boolean {
  const stored = storableShape(shape);
  if (stored) put(filters, shapesIn(filters).with(at, stored));
  return stored !== undefined;
}

export function removeShape(filters: AreaFilters, at: number): void {
  put(filters, shapesIn(filters).toSpliced(at, 1));
}
