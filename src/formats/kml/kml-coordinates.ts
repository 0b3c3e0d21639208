import type { Element } from '@xmldom/xmldom';
import {
  childOf,
  childrenOf,
  childText,
  descendantsOf,
  nameOf,
  textOf,
} from '../xml/xml-elements.ts';

const number = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?';
const tuple = new RegExp(`^${number},${number}(?:,(?:${number})?)?$`);
const spacedTuple = new RegExp(`^${number}\\s+${number}(?:\\s+${number})?$`);

/** As `readGeometry` takes it: what is no position stays one text, so that it is not split anew. */
function positionOf(text: string, pattern: RegExp): readonly unknown[] {
  if (!pattern.test(text)) return text === '' ? [] : [text];
  return text
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map(Number);
}

/** Some write a space after the comma; a tuple has none inside. */
const tuplesOf = (text: string): readonly string[] =>
  text === ''
    ? []
    : text
        .split(',')
        .map((part) => part.trim())
        .join(',')
        .split(/\s+/);

const positionsOf = (shape: Element): readonly (readonly unknown[])[] =>
  tuplesOf(childText(shape, 'coordinates')).map((one) => positionOf(one, tuple));

/** A ring that its file leaves open is closed. */
function ringOf(boundary: Element): unknown {
  const ring = childOf(boundary, 'LinearRing');
  const positions = ring ? positionsOf(ring) : [];
  const [first] = positions;
  const isOpen = positions.length >= 3 && String(first) !== String(positions.at(-1));
  return first && isOpen ? [...positions, first] : positions;
}

const boundariesOf = (polygon: Element, name: string): readonly unknown[] =>
  childrenOf(polygon)
    .filter((child) => nameOf(child) === name)
    .map(ringOf);

/** One `gx:coord` a moment, with spaces; an empty one says that the place was not known then. */
const trackOf = (track: Element): readonly (readonly unknown[])[] =>
  childrenOf(track)
    .filter((child) => nameOf(child) === 'coord')
    .map((coord) => positionOf(textOf(coord), spacedTuple));

/** As a GeoJSON geometry whose positions may be none; undefined for no shape. */
function shapeOf(element: Element): unknown {
  switch (nameOf(element)) {
    case 'Point': {
      const positions = positionsOf(element);
      return positions.length > 1
        ? { type: 'MultiPoint', coordinates: positions }
        : { type: 'Point', coordinates: positions[0] ?? null };
    }
    case 'LineString':
    case 'LinearRing':
      return { type: 'LineString', coordinates: positionsOf(element) };
    case 'Polygon': {
      const outer = boundariesOf(element, 'outerBoundaryIs');
      const inner = boundariesOf(element, 'innerBoundaryIs');
      return { type: 'Polygon', coordinates: [outer[0] ?? [], ...inner] };
    }
    case 'Track':
      return { type: 'LineString', coordinates: trackOf(element) };
    case 'Model': {
      const location = childOf(element, 'Location');
      const [lon, lat] = ['longitude', 'latitude'].map((name) =>
        location ? childText(location, name) : '',
      );
      return { type: 'Point', coordinates: lon === '' && lat === '' ? null : [lon, lat] };
    }
    case 'MultiGeometry':
    case 'MultiTrack':
      return { type: 'GeometryCollection', geometries: shapesIn(element) };
    default:
      return undefined;
  }
}

const shapesIn = (element: Element): readonly unknown[] =>
  childrenOf(element).flatMap((child) => shapeOf(child) ?? []);

/**
 * The shapes of a Placemark or PhotoOverlay as one GeoJSON-like geometry for `readGeometry`, with
 * what is written in place of a position that is none; undefined where it has no shape.
 */
export function kmlShape(placemark: Element): unknown {
  const shapes = shapesIn(placemark);
  return shapes.length > 1 ? { type: 'GeometryCollection', geometries: shapes } : shapes[0];
}

/** All coordinates of a Placemark as they are written. */
export function writtenCoordinates(placemark: Element): string {
  const texts: string[] = [];
  for (const shape of descendantsOf(placemark)) {
    const name = nameOf(shape);
    const text = name === 'coordinates' || name === 'coord' ? textOf(shape) : '';
    if (text !== '') texts.push(text);
  }
  return texts.join('; ');
}
