import { boundsOfPositions } from '../place/place-bounds.ts';
import { positionsOf } from '../place/positions.ts';
import { overlap } from '../place/bounds.ts';
import type { NamedArea } from '../place/named-area.ts';
import type { AreaRelation } from './area-relation.ts';
import type { RowSource } from './match.ts';

type Outlines = Pick<RowSource, 'outlineOf'>;

const mayOverlap = (a: NamedArea, b: NamedArea): boolean => {
  const [one, other] = [a, b].map(({ shape }) => boundsOfPositions([...positionsOf(shape)]));
  return one !== undefined && other !== undefined && overlap(one, other);
};

/**
 * How an area that records name lies to one that a reader chose by name; undefined: nothing says. An area of which
 * no outline is known is only its name.
 */
export async function relationOfNames(
  inner: string,
  outer: string,
  { outlineOf }: Outlines,
): Promise<AreaRelation | undefined> {
  if (inner === outer) return 'inside';
  const [own, chosen] = [outlineOf(inner), outlineOf(outer)];
  // What has no outline of its own, such as a younger governorate, is somewhere in the one that it is still drawn in.
  if (own && own === chosen) return chosen.name === outer ? 'inside' : 'overlaps';
  if (!own || !chosen) return undefined;
  if (!mayOverlap(own, chosen)) return 'apart';
  const { relationOfOutlines } = await import('./area-overlap.ts');
  return relationOfOutlines(own, chosen);
}
