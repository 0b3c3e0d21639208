import { RELATIONS, type ComparedPeriod } from '../time/compared-period.ts';
import { isoText, readIsoText } from '../time/minute.ts';

/** The second period of a comparison as links have it: what it is of the first, or `FROM/TO`. */
export const writeCompared = (compared: ComparedPeriod): string =>
  typeof compared === 'string' ? compared : `${isoText(compared.from)}/${isoText(compared.to)}`;

/** Undefined for anything else, a period that is empty or ends before it begins included. */
export function readCompared(text: string): ComparedPeriod | undefined {
  const relation = RELATIONS.find((one) => one === text.toLowerCase());
  if (relation) return relation;
  const ends = text.split('/').map(readIsoText);
  const [from, to] = ends;
  if (ends.length !== 2 || from === undefined || to === undefined) return undefined;
  return from < to ? { from, to } : undefined;
}
