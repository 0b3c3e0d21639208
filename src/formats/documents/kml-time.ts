import type { Element, Node } from '@xmldom/xmldom';
import { childOf, childrenOf, childText, descendantsOf, nameOf, textOf } from './xml-elements.ts';

/** A Placemark's time as it stands: EDTF has every form that KML allows, years and months included. */
export type KmlTime = {
  /** A date, or `begin/end`; empty for an open span, which is no known interval. */
  readonly time: string;
  /** The known end of an open span. */
  readonly begin: string;
  readonly end: string;
};

const UNKNOWN: KmlTime = { time: '', begin: '', end: '' };

export const intervalText = (from: string, to: string): string =>
  from === to ? from : `${from}/${to}`;

function ownTime(element: Element): KmlTime | undefined {
  const stamp = childOf(element, 'TimeStamp');
  if (stamp) return { ...UNKNOWN, time: childText(stamp, 'when') };
  const span = childOf(element, 'TimeSpan');
  if (!span) return undefined;
  const begin = childText(span, 'begin');
  const end = childText(span, 'end');
  if (begin !== '' && end !== '') return { ...UNKNOWN, time: intervalText(begin, end) };
  return { time: '', begin, end };
}

/** From the first to the last of a `gx:Track`'s times, which sort as texts. */
function trackTime(element: Element): KmlTime | undefined {
  let first: string | undefined;
  let last: string | undefined;
  for (const track of descendantsOf(element)) {
    if (nameOf(track) !== 'Track') continue;
    for (const child of childrenOf(track)) {
      const when = nameOf(child) === 'when' ? textOf(child) : '';
      if (when === '') continue;
      if (first === undefined || when < first) first = when;
      if (last === undefined || when > last) last = when;
    }
  }
  return first === undefined || last === undefined
    ? undefined
    : { ...UNKNOWN, time: intervalText(first, last) };
}

const isElement = (node: Node | null): node is Element => node?.nodeType === 1;

/**
 * The time of a Placemark: its own, else its track's, else the nearest that an enclosing Folder or
 * Document gives (KML 2.3, section 9.1.3.2). A time inside a view (`LookAt`) is a camera's, not its.
 */
export function kmlTime(placemark: Element): KmlTime {
  const own = ownTime(placemark) ?? trackTime(placemark);
  if (own) return own;
  for (let node = placemark.parentNode; isElement(node); node = node.parentNode) {
    const inherited = ownTime(node);
    if (inherited) return inherited;
  }
  return UNKNOWN;
}
