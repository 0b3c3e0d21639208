import type { PlacePrecision } from '../incident/incident.ts';

/**
 * How finely a file knows a place. Beside the codebook's classes: `near` is within 25 km of a point,
 * `wide` within 150 km; `unstated` is a point whose precision nobody gives.
 */
export type FilePrecision = PlacePrecision | 'near' | 'wide' | 'unstated';
