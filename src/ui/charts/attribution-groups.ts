import { NOT_GIVEN, PART_SEPARATOR } from '../../core/fields/field-key.ts';
import type { ValueCount } from './value-counts.ts';

export type NamedBy = ValueCount & { readonly by: string };

export type ActorGroup = { readonly actor: string; readonly named: readonly NamedBy[] };

const isEmpty = ({ certain, possible, second }: ValueCount): boolean =>
  certain + possible + (second?.certain ?? 0) + (second?.possible ?? 0) === 0;

/**
 * Who is named, and by whom: each actor with those who name it, in the order of the values. Without those of whom
 * nothing is left: nearly each report names another source, so that most rows would be empty.
 */
export function attributionGroups(counts: readonly ValueCount[]): readonly ActorGroup[] {
  const groups = new Map<string, NamedBy[]>();
  for (const count of counts) {
    if (count.value === NOT_GIVEN || isEmpty(count)) continue;
    const [actor = '', by = ''] = count.value.split(PART_SEPARATOR);
    const named = groups.get(actor);
    if (named) named.push({ ...count, by });
    else groups.set(actor, [{ ...count, by }]);
  }
  return [...groups].map(([actor, named]) => ({ actor, named }));
}

/** The first actors, with at least a number of rows. */
export function firstGroups(groups: readonly ActorGroup[], rows: number): readonly ActorGroup[] {
  let before = 0;
  return groups.filter(({ named }) => {
    const isFirst = before < rows;
    before += named.length;
    return isFirst;
  });
}
