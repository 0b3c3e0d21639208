import { gpxGen, kmlGen } from '@tmcw/togeojson';
import type { Document, Element } from '@xmldom/xmldom';
import type { Feature, Geometry } from 'geojson';
import { soundGeometry } from './sound-geometry.ts';

/**
 * The converters ask a document for its elements by name: this one has just the one, so that each
 * element has its row, those without geometry too, and the converter's properties are not needed.
 */
const documentOf = (element: Element, calledAs = element.tagName): Document =>
  ({
    getElementsByTagName: (name: string) => (name === calledAs ? [element] : []),
  }) as unknown as Document;

function firstGeometry(features: Generator<Feature<Geometry | null>>): Geometry | undefined {
  const first = features.next();
  return first.done ? undefined : soundGeometry(first.value.geometry);
}

/** A Placemark's or overlay's geometry, undefined where it has none that could be drawn. */
export const kmlGeometry = (element: Element): Geometry | undefined =>
  firstGeometry(
    kmlGen(documentOf(element, element.tagName === 'GroundOverlay' ? undefined : 'Placemark')),
  );

/** The geometry of a `wpt`, `rte` or `trk`. */
export const gpxGeometry = (element: Element): Geometry | undefined =>
  firstGeometry(gpxGen(documentOf(element)));
