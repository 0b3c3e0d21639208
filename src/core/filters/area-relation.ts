import { NO, POSSIBLY, YES } from './match.ts';

/** How what is known of a place lies to an area: wholly inside, in part, or wholly outside. */
export type AreaRelation = 'inside' | 'overlaps' | 'apart';

/** A circle on the ground, in degrees and radians: the place is somewhere in it. */
export type GroundCircle = { readonly lon: number; readonly lat: number; readonly angle: number };

const FLAGS = { inside: YES, overlaps: POSSIBLY, apart: NO } as const;

/** As with time: what is wholly inside passes, what overlaps passes possibly. */
export const flagOf = (relation: AreaRelation): number => FLAGS[relation];

/** Of several areas one is enough. */
export const either = (a: number, b: number): number =>
  a === YES || b === YES ? YES : Math.max(a, b);
