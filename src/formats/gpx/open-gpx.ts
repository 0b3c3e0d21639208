import type { Element } from '@xmldom/xmldom';
import type { Fault } from '../../core/faults/fault.ts';
import type { Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { TableReader } from '../table/table-reader.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { RowCells, STEP, type PutCell } from '../table/column-paths.ts';
import { rangeOfTimes } from '../kml/kml-time.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { plainText } from '../xml/plain-text.ts';
import { readGeometry, type ReadGeometry } from '../geometry/read-geometry.ts';
import { DocumentTableBuilder } from '../table/document-table-builder.ts';
import { asUtf8, type Format } from '../table/format.ts';
import { rootNameOf } from '../xml/root-name.ts';
import { childrenOf, childText, descendantsOf, nameOf, textOf } from '../xml/xml-elements.ts';

const KINDS: Readonly<Record<string, string>> = {
  wpt: 'way point',
  rte: 'route',
  trk: 'track',
};

const ROWS_A_STEP = 200;

const POINTS = new Set(['wpt', 'rtept', 'trkpt']);

const isDegrees = (text: string | null): boolean => /^\s*[-+]?\d+(?:\.\d*)?\s*$/.test(text ?? '');

const isPlaced = (point: Element): boolean =>
  isDegrees(point.getAttribute('lat')) && isDegrees(point.getAttribute('lon'));

/** From the first to the last time of a line's points. */
const timeOfPoints = (points: readonly Element[]): string =>
  rangeOfTimes(points.map((point) => childText(point, 'time')));

function childCells(element: Element, put: PutCell): void {
  for (const child of childrenOf(element)) {
    const name = nameOf(child);
    if (POINTS.has(name) || name === 'trkseg') continue;
    if (name === 'link') {
      put('link', child.getAttribute('href') ?? '');
      for (const inside of childrenOf(child)) put(`link${STEP}${nameOf(inside)}`, textOf(inside));
    } else if (childrenOf(child).length > 0) {
      for (const inside of descendantsOf(child))
        if (childrenOf(inside).length === 0) put(`${name}${STEP}${nameOf(inside)}`, textOf(inside));
    } else put(name, plainText(textOf(child)));
  }
}

/** A position with its elevation, or what is written in place of one. */
function positionOf(point: Element): readonly unknown[] {
  const written = [point.getAttribute('lon') ?? '', point.getAttribute('lat') ?? ''];
  if (!isPlaced(point)) return written.every((one) => one === '') ? [] : [written.join(' ')];
  const place = written.map(Number);
  const elevation = childText(point, 'ele');
  return elevation !== '' && Number.isFinite(Number(elevation))
    ? [...place, Number(elevation)]
    : place;
}

const positionsIn = (element: Element, name: string): readonly (readonly unknown[])[] =>
  childrenOf(element)
    .filter((child) => nameOf(child) === name)
    .map(positionOf);

/** A route is a line, a track one for each of its segments. */
function lineOf(element: Element): unknown {
  if (nameOf(element) === 'rte')
    return { type: 'LineString', coordinates: positionsIn(element, 'rtept') };
  const segments = childrenOf(element).filter((child) => nameOf(child) === 'trkseg');
  const lines = segments.map((segment) => positionsIn(segment, 'trkpt'));
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0] }
    : { type: 'MultiLineString', coordinates: lines };
}

function gpxRow(element: Element, put: PutCell): ReadGeometry {
  const kind = nameOf(element);
  put('kind', KINDS[kind] ?? kind);
  childCells(element, put);
  if (kind === 'wpt') {
    if (!isPlaced(element)) {
      put('lat', element.getAttribute('lat') ?? '');
      put('lon', element.getAttribute('lon') ?? '');
    }
    return readGeometry({ type: 'Point', coordinates: positionOf(element) });
  }
  const points = [...descendantsOf(element)].filter((inside) => POINTS.has(nameOf(inside)));
  const time = timeOfPoints(points);
  if (time !== '') put('time', time);
  const unread = points.filter((point) => !isPlaced(point)).length;
  if (unread > 0) put('points without place', String(unread));
  return readGeometry(lineOf(element));
}

/** A GPX file: a row each way point, route and track, routes and tracks as lines with their time. */
async function openGpx(source: ByteSource, task: Task): Promise<Result<TableReader, Fault>> {
  const parsed = await parseXml(source, task.part(0, 0.5));
  if (parsed.kind === 'failed') return parsed;
  const { root, undeclaredPrefixes } = parsed.value;
  const builder = new DocumentTableBuilder(true);
  let rows = 0;
  for (const element of childrenOf(root)) {
    if (KINDS[nameOf(element)] === undefined) continue;
    if (rows++ % ROWS_A_STEP === 0 && task.isDue()) await task.yield(0.5);
    const cells = new RowCells();
    const read = gpxRow(element, cells.put);
    cells.putAllInto(builder.put);
    builder.endRow(read);
    if (builder.hasTooManyColumns) break;
  }
  return builder.finish(source.name, {
    format: 'gpx',
    encoding: 'utf-8',
    ...(undeclaredPrefixes.length > 0 ? { undeclaredPrefixes } : {}),
  });
}

export const gpx: Format = {
  id: 'gpx',
  detect: (head) => rootNameOf(head) === 'gpx',
  open: asUtf8(openGpx),
};
