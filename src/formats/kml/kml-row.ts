import type { Element, Node } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';
import { RowCells, STEP, type PutCell } from '../table/column-paths.ts';
import { overlayGeometry } from './convert-element.ts';
import { kmlShape, writtenCoordinates } from './kml-coordinates.ts';
import { kmlTime } from './kml-time.ts';
import { plainText } from '../xml/plain-text.ts';
import { NO_GEOMETRY, readGeometry, type ReadGeometry } from '../geometry/read-geometry.ts';
import {
  childOf,
  childrenOf,
  childText,
  descendantsOf,
  nameOf,
  textOf,
} from '../xml/xml-elements.ts';

/** How a Placemark looks and from where it is looked at; the rest of what it says becomes cells. */
const STYLE = new Set([
  'Style',
  'StyleMap',
  'LookAt',
  'Camera',
  'Region',
  'visibility',
  'open',
  'balloonVisibility',
  'Icon',
  'color',
  'drawOrder',
  'altitude',
  'altitudeMode',
]);

const ELSEWHERE = new Set(['TimeStamp', 'TimeSpan', 'ExtendedData', 'Metadata']);

const GEOMETRIES = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'MultiTrack',
  'Track',
  'Model',
  'LatLonBox',
  'LatLonQuad',
]);

const isElement = (node: Node | null): node is Element => node?.nodeType === 1;

/** Names of Folders and Documents, by element: each is looked for once, among all their children. */
const containerNames = new WeakMap<Element, string>();

function containerName(container: Element): string {
  const name = containerNames.get(container) ?? childText(container, 'name');
  containerNames.set(container, name);
  return name;
}

/** Names of the Folders around a Placemark, and of Documents inside others, outermost first. */
function folderPath(placemark: Element): string {
  const names: string[] = [];
  for (let node = placemark.parentNode; isElement(node); node = node.parentNode) {
    const isInside = isElement(node.parentNode) && nameOf(node.parentNode) !== 'kml';
    const name = nameOf(node) === 'Folder' || isInside ? containerName(node) : '';
    if (name !== '') names.unshift(name);
  }
  return names.join(' / ');
}

/** `Data` by name, `SimpleData` of a schema, and elements of other namespaces, as written. */
function extendedCells(extended: Element, put: PutCell): void {
  // Next to the Placemark's own `name` or `time`, a Data of that name keeps a column of its own.
  const add = (key: string, text: string): void => {
    put(STEP + key, text);
  };
  for (const item of childrenOf(extended)) {
    if (nameOf(item) === 'Data')
      add(item.getAttribute('name') ?? '', plainText(childText(item, 'value')));
    else if (nameOf(item) === 'SchemaData')
      for (const field of childrenOf(item)) {
        const text = nameOf(field).includes('Array')
          ? childrenOf(field).map(textOf).join('; ')
          : plainText(textOf(field));
        add(field.getAttribute('name') ?? '', text);
      }
    else add(nameOf(item), textOf(item));
  }
}

function altitudeCell(geometry: Geometry, put: PutCell): void {
  // Clamped to the ground, as most are, an altitude of 0 says nothing.
  const altitude = geometry.type === 'Point' ? geometry.coordinates[2] : undefined;
  if (altitude) put('altitude', String(altitude));
}

/**
 * Puts what a Placemark, overlay or link says into cells, descriptions as plain text, times as EDTF,
 * the names of its folders as one path; returns what can be drawn of it.
 */
export function kmlRow(element: Element, putCell: PutCell): ReadGeometry {
  const cells = new RowCells();
  const geometry = readKml(element, cells.put);
  cells.putAllInto(putCell);
  return geometry;
}

function readKml(element: Element, put: PutCell): ReadGeometry {
  const id = element.getAttribute('id') ?? '';
  if (id !== '') put('id', id);
  for (const child of childrenOf(element)) {
    const name = nameOf(child);
    if (STYLE.has(name) || ELSEWHERE.has(name) || GEOMETRIES.has(name)) continue;
    if (childrenOf(child).length === 0 || name === 'description') {
      const href = name === 'link' ? (child.getAttribute('href') ?? '') : '';
      put(name, href === '' ? plainText(textOf(child)) : href);
    } else
      for (const inside of descendantsOf(child))
        if (childrenOf(inside).length === 0) put(`${name}${STEP}${nameOf(inside)}`, textOf(inside));
  }
  const time = kmlTime(element);
  if (time !== '') put('time', time);
  const folder = folderPath(element);
  if (folder !== '') put('folder', folder);
  const extended = childOf(element, 'ExtendedData');
  if (extended) extendedCells(extended, put);
  if (nameOf(element) === 'NetworkLink') return NO_GEOMETRY;
  const shape = nameOf(element) === 'GroundOverlay' ? overlayGeometry(element) : kmlShape(element);
  if (shape === undefined) return NO_GEOMETRY;
  const read = readGeometry(shape);
  // Nothing of what cannot be read is lost.
  if (read.unread === 'bad') put('coordinates', writtenCoordinates(element));
  if (read.geometry) altitudeCell(read.geometry, put);
  return read;
}
