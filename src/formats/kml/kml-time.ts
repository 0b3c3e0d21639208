import type { Element, Node } from '@xmldom/xmldom';
import {
  childOf,
  childrenOf,
  childText,
  descendantsOf,
  nameOf,
  textOf,
} from '../xml/xml-elements.ts';

const intervalText = (from: string, to: string): string => (from === to ? from : `${from}/${to}`);

/** Undefined where there is no time; else EDTF, which has every form that KML allows. */
function ownTime(element: Element): string | undefined {
  const stamp = childOf(element, 'TimeStamp');
  if (stamp) return childText(stamp, 'when');
  const span = childOf(element, 'TimeSpan');
  if (!span) return undefined;
  const begin = childText(span, 'begin');
  const end = childText(span, 'end');
  if (begin === '' && end === '') return '';
  // KML 2.3, 9.1.3.4: without one of them the span is unbounded at that end.
  return intervalText(begin || '..', end || '..');
}

/** The instant of a time with an offset, to sort by; what cannot be read comes last. */
const instantOf = (when: string): number => {
  const instant = Date.parse(when);
  return Number.isNaN(instant) ? Infinity : instant;
};

/** From the first to the last of some times, as one EDTF text; empty without any. */
export function rangeOfTimes(times: readonly string[]): string {
  const known = times.filter((when) => when !== '');
  const [one = ''] = known;
  let [first, last] = [one, one];
  for (const when of known) {
    if (instantOf(when) < instantOf(first)) first = when;
    if (instantOf(when) > instantOf(last)) last = when;
  }
  return intervalText(first, last);
}

/** From the first to the last of a `gx:Track`'s times. */
function trackTime(element: Element): string | undefined {
  const times: string[] = [];
  for (const track of descendantsOf(element)) {
    if (nameOf(track) !== 'Track') continue;
    for (const child of childrenOf(track)) if (nameOf(child) === 'when') times.push(textOf(child));
  }
  return rangeOfTimes(times) || undefined;
}

/**
 * Times of Folders and Documents, by element: each is looked for once, since all children have to be
 * looked at, not once for each of its Placemarks.
 */
const containerTimes = new WeakMap<Element, { readonly time: string | undefined }>();

function containerTime(container: Element): string | undefined {
  const known = containerTimes.get(container) ?? { time: ownTime(container) };
  containerTimes.set(container, known);
  return known.time;
}

const isElement = (node: Node | null): node is Element => node?.nodeType === 1;

/**
 * The time of a Placemark as one EDTF text, empty where there is none: its own, else its track's, else the nearest that an enclosing Folder or
 * Document gives (KML 2.3, section 9.1.3.2). A time inside a view (`LookAt`) is a camera's, not its.
 */
export function kmlTime(placemark: Element): string {
  const own = ownTime(placemark) ?? trackTime(placemark);
  if (own !== undefined) return own;
  for (let node = placemark.parentNode; isElement(node); node = node.parentNode) {
    const inherited = containerTime(node);
    if (inherited !== undefined) return inherited;
  }
  return '';
}
