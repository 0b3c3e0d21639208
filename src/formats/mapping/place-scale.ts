import type { PlacePrecisionScale } from '../../core/mapping/column-mapping.ts';
import type { ImportedPrecision } from '../../core/place/precision.ts';
import type { StatedPrecision } from '../../core/records/read-row.ts';
import type { PlaceScale } from '../schemas/dataset-schema.ts';
import { SCHEMAS } from '../schemas/registry.ts';
import { readNumber } from './degrees.ts';
import { readQuantity, type DecimalSign } from '../../core/text/quantity.ts';

/** Each schema has its own scale; distances in metres are of any. */
const SCALES: ReadonlyMap<string, PlaceScale> = new Map(
  SCHEMAS.flatMap(({ id, placeScale }) => (placeScale ? [[id, placeScale] as const] : [])),
);

/** The smallest class that is not finer than the stated distance. */
const METERS: readonly (readonly [atMost: number, precision: ImportedPrecision])[] = [
  [15, 'spot'],
  [150, 'block'],
  [1_500, 'site'],
  [5_000, 'town'],
  [20_000, 'district'],
  [25_000, 'near'],
  [150_000, 'wide'],
];

/** A distance of 0 is how programs write that there is none; one below is no distance. */
function ofMeters(text: string, sign: DecimalSign | undefined): StatedPrecision | undefined {
  const meters = readQuantity(text, sign).value;
  if (meters === 0) return 'unstated';
  if (!(meters > 0)) return undefined;
  return METERS.find(([atMost]) => meters <= atMost)?.[1] ?? 'too-coarse';
}

/** Spreadsheets write 1 as 1.0. */
const ofNumber = ({ precisions }: PlaceScale, text: string): StatedPrecision | undefined =>
  precisions.get(text) ??
  (text.includes('.') ? precisions.get(String(readNumber(text))) : undefined);

function ofWord({ precisions }: PlaceScale, text: string): StatedPrecision | undefined {
  const word = text.toLowerCase();
  return precisions.get(word) ?? precisions.get(word.replace(/[^\p{L}\d]+/gu, ' ').trim());
}

function classOf(
  id: PlacePrecisionScale,
  text: string,
  sign: DecimalSign | undefined,
): StatedPrecision | undefined {
  if (id === 'meters') return ofMeters(text, sign);
  const scale = SCALES.get(id);
  return scale && (scale.kind === 'numbers' ? ofNumber : ofWord)(scale, text);
}

/**
 * What a cell of a scale says of the place; `unstated` for a code that the scale does not have. `sign`:
 * how the file writes decimals.
 */
export const precisionOf = (
  scale: PlacePrecisionScale,
  text: string,
  sign?: DecimalSign,
): StatedPrecision => (text.length > 40 ? undefined : classOf(scale, text, sign)) ?? 'unstated';

/** True for a text that the scale knows. */
export const isOfScale = (scale: PlacePrecisionScale, text: string, sign?: DecimalSign): boolean =>
  text.length <= 40 && classOf(scale, text, sign) !== undefined;
