/** More names are not looked through: such a mark holds a region, not a town. */
export const MAX_NAMES = 60;
/** A town that fewer of the incidents are in names none of the others. */
const MIN_SHARE = 0.5;

const words = (name: string): string =>
  ` ${name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/**
 * The town that most of some incidents are in: a name that is a part of others, as `Irbil` of `Irbil International
 * Airport`, and with these has at least half of them. Otherwise a mark with many places would be called by one of
 * them, as if all of it had happened there.
 */
export function townOf(
  names: readonly { readonly name: string; readonly count: number }[],
): string | undefined {
  const total = names.reduce((sum, { count }) => sum + count, 0);
  const spelled = names.map(({ name, count }) => ({ name, count, words: words(name) }));
  let [town, most]: [string | undefined, number] = [undefined, 0];
  for (const one of spelled) {
    if (one.words.trim() === '') continue;
    const within = spelled.filter((other) => other.words.includes(one.words));
    const count = within.reduce((sum, other) => sum + other.count, 0);
    if (within.length < 2 || count < MIN_SHARE * total || count <= most) continue;
    [town, most] = [one.name, count];
  }
  return town;
}
