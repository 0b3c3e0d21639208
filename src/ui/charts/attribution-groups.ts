import { NOT_GIVEN, PART_SEPARATOR } from '../../core/fields/field-key.ts';
import type { ValueCount } from './value-counts.ts';

export type NamedBy = ValueCount & { readonly by: string };

export type ActorGroup = { readonly actor: string; readonly named: readonly NamedBy[] };

/** Who is named, and by whom: each actor with those who name it, in the order of the values. */
export function attributionGroups(counts: readonly ValueCount[]): readonly ActorGroup[] {
  const groups = new Map<string, NamedBy[]>();
  for (const count of counts) {
    if (count.value === NOT_GIVEN) continue;
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
