import { NOT_GIVEN, PART_SEPARATOR } from '../../core/fields/field-key.ts';
import type { ValueCount } from './value-counts.ts';

export type NamedBy = ValueCount & { readonly by: string };

/** Who is named, and by whom: each actor with those who name it, in the order of the values. */
export function attributionGroups(
  counts: readonly ValueCount[],
): readonly { readonly actor: string; readonly named: readonly NamedBy[] }[] {
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
