import type { Attribution } from './incident.ts';

/** Who is named for an attack by anyone, accuser or claimant, as one word; `others`: nobody of the list. */
export const ATTRIBUTED = [
  'nobody',
  'iran',
  'iraqi-groups',
  'iran-and-iraqi-groups',
  'israel-or-us',
  'others',
] as const;
export type AttributedCode = (typeof ATTRIBUTED)[number];

/** Those that a data set lists the names of. */
export const LISTED_ACTORS = [
  'iran',
  'iraqi-groups',
  'iran-and-iraqi-groups',
  'israel-or-us',
] as const;

/** The names that the records of a data set give to each, as they are written there. */
export type ActorNames = Readonly<Record<(typeof LISTED_ACTORS)[number], readonly string[]>>;

/** Who is named for an attack. Iran and groups in Iraq, by one or several, are `iran-and-iraqi-groups`; all other company is `others`. */
export function attributedOf(
  attribution: readonly Pick<Attribution, 'actor'>[],
  names: ActorNames | undefined,
): AttributedCode {
  const named = new Set(
    attribution.map(
      ({ actor }) => LISTED_ACTORS.find((one) => names?.[one].includes(actor)) ?? 'others',
    ),
  );
  const [first = 'nobody'] = named;
  if (named.size < 2) return first;
  return named.has('others') || named.has('israel-or-us') ? 'others' : 'iran-and-iraqi-groups';
}
