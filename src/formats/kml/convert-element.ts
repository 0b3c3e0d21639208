import { kmlGen } from '@tmcw/togeojson';
import type { Document, Element } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';

/**
 * The converter asks a document for its elements by name: this one has just the one, so that each
 * element has its row, and the converter's properties are not needed.
 */
const documentOf = (element: Element): Document =>
  ({
    getElementsByTagName: (name: string) => (name === element.tagName ? [element] : []),
  }) as unknown as Document;

/** The outline of a GroundOverlay, turned as it says; undefined where it has none. */
export function overlayGeometry(element: Element): Geometry | undefined {
  const first = kmlGen(documentOf(element)).next();
  return first.done ? undefined : (first.value.geometry ?? undefined);
}
