import type { PeopleSum } from '../../../../src/core/index/people.ts';
import type { CountRange } from '../../../../src/core/records/incident.ts';

type Field = 'killed' | 'injured';
type Saying<Of extends Field> = Readonly<Record<Of, CountRange | null>>;

/** What incidents say of people, by brute force: `certain` are those of `all` that are not only possible. */
export function tollIn<Of extends Field, One extends Saying<Of>>(
  field: Of,
  certain: readonly One[],
  all: readonly One[],
): PeopleSum {
  const possible = all.filter((one) => !certain.includes(one));
  const sum = (of: readonly One[], end: 0 | 1): number =>
    of.reduce((total, one) => total + (one[field]?.[end] ?? 0), 0);
  const range = (of: readonly One[]): CountRange => [sum(of, 0), sum(of, 1)];
  return {
    certain: range(certain),
    possible: range(possible),
    incidents: all.filter((one) => (one[field]?.[1] ?? 0) > 0).length,
  };
}
