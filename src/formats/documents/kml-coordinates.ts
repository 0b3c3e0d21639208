import type { Element } from '@xmldom/xmldom';
import { childText, descendantsOf, nameOf, textOf } from './xml-elements.ts';

const number = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?';
const tuple = new RegExp(`^${number},${number}(?:,(?:${number})?)?$`);
const loosePoint = new RegExp(`^${number}\\s*,\\s*${number}(?:\\s*,\\s*(?:${number})?)?$`);

const LEAST_POSITIONS: Readonly<Record<string, number>> = { LineString: 2, LinearRing: 3 };

function isSound(shape: string, text: string): boolean {
  if (text === '' || (shape === 'Point' && loosePoint.test(text))) return true;
  const tuples = text.split(/\s+/);
  return tuples.length >= (LEAST_POSITIONS[shape] ?? 1) && tuples.every((one) => tuple.test(one));
}

/**
 * The coordinates of a Placemark as they stand, where they are not what KML asks for; undefined where
 * all is well. The converter would leave out a part that is no number and so invent another place.
 */
export function brokenCoordinates(placemark: Element): string | undefined {
  const texts: string[] = [];
  let isBroken = false;
  for (const shape of descendantsOf(placemark)) {
    const name = nameOf(shape);
    if (name === 'Track') continue;
    const text = childText(shape, 'coordinates');
    if (text !== '') texts.push(text);
    isBroken ||= !isSound(name, text);
  }
  for (const coordinate of descendantsOf(placemark)) {
    if (nameOf(coordinate) !== 'coord') continue;
    const text = textOf(coordinate);
    texts.push(text);
    isBroken ||=
      text !== '' && !text.split(/\s+/).every((one) => new RegExp(`^${number}$`).test(one));
  }
  return isBroken ? texts.join('; ') : undefined;
}
