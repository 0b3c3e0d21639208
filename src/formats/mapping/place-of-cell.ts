import { hasOtherDigits, withLatinNumber } from '../../core/text/latin-digits.ts';
import { readDegrees } from './degrees.ts';

/** WGS 84 degrees, not yet checked to be on Earth. */
export type CellPoint = { readonly lon: number; readonly lat: number };

export type PairOrder = 'latitude-first' | 'longitude-first';

const MAX_CHARACTERS = 200;
const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const WKT = new RegExp(
  String.raw`^(?:SRID=\d+;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*(${NUMBER})\s+(${NUMBER})[^()]*\)$`,
  'i',
);
const GEOJSON = new RegExp(
  String.raw`"coordinates"\s*:\s*\[\s*(${NUMBER})\s*,\s*(${NUMBER})\s*[,\]]`,
  'i',
);
const LETTERED = /^([^NSEW]+[NSEW]|[NSEW][^NSEW]+?)[\s,;/]+([^NSEW]+[NSEW]|[NSEW][^NSEW]+)$/i;
const BRACKETS = /^(?:geo:)?\s*[([{]*\s*|\s*[)\]}]*$/gi;
/** A list as JSON writes it: its numbers may be texts, and a third one is an altitude. */
const LIST = /^\[([^,[\]]+),([^,[\]]+)(?:,[^,[\]]+)?\]$/;

/** The first two numbers of a list; `[36,191, 44]` could as well have a decimal comma. */
function listIn(text: string): RegExpExecArray | null {
  const list = LIST.exec(text);
  const isTriple = text.split(',').length === 3;
  return list && isTriple && !/\d\.\d/.test(text) ? null : list;
}

/** The two halves of a pair; a comma may part them, be a decimal sign, or both. */
function halves(text: string): readonly string[] {
  const lettered = LETTERED.exec(text);
  if (lettered) return [lettered[1] ?? '', lettered[2] ?? ''];
  if (text.includes(';')) return text.split(';');
  const parts = text.split(',');
  const [a, b, c, d] = parts;
  if (parts.length === 2 && a?.trim() !== '' && b?.trim() !== '') return parts;
  if (parts.length === 4) return [`${a ?? ''}.${b?.trim() ?? ''}`, `${c ?? ''}.${d?.trim() ?? ''}`];
  return text.split(/\s+/);
}

function inOrder(first: string, second: string, order: PairOrder): CellPoint | undefined {
  const [latText, lonText] = order === 'latitude-first' ? [first, second] : [second, first];
  const lat = readDegrees(latText, 'latitude');
  const lon = readDegrees(lonText, 'longitude');
  return Number.isNaN(lat) || Number.isNaN(lon) ? undefined : { lon, lat };
}

/**
 * The point that one cell writes: `36.19, 44.01`, `36,19; 44,01`, `36°11'28"N 44°00'33"E`, a WKT
 * point or a GeoJSON one, both longitude first whatever `order` says. Undefined for anything else.
 */
export function placeOfCell(cell: string, order: PairOrder): CellPoint | undefined {
  if (cell.length < 3 || cell.length > MAX_CHARACTERS) return undefined;
  const text = hasOtherDigits(cell) ? withLatinNumber(cell) : cell;
  const written = WKT.exec(text) ?? GEOJSON.exec(text);
  if (written) return { lon: Number(written[1]), lat: Number(written[2]) };
  const list = listIn(text.replaceAll('"', ''));
  const [first, second, ...more] = list ? [list[1], list[2]] : halves(text.replace(BRACKETS, ''));
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const [a, b] = [first.trim(), second.trim()];
  return (
    inOrder(a, b, order) ??
    // Only letters can say that the order is another one.
    (/[EW]/i.test(a)
      ? inOrder(a, b, 'longitude-first')
      : /[NS]/i.test(a)
        ? inOrder(a, b, 'latitude-first')
        : undefined)
  );
}
