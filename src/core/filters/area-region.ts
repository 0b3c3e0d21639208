import type { AreaRelation, GroundCircle } from './area-relation.ts';
import type { AreaEdges } from './area-edges.ts';

/** An area that tells how places lie to it. */
export type AreaRegion = {
  /** Of a circle on the ground, or a point where its angle is 0. */
  readonly ofCircle: (circle: GroundCircle) => AreaRelation;
  /** Of another area. */
  readonly ofArea: (other: AreaEdges) => AreaRelation;
};
