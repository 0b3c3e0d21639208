import type { Fault } from '../../core/faults/fault.ts';
import type { Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { TableReader } from '../table/table-reader.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { kmlRow } from './kml-row.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { DocumentTableBuilder } from '../table/document-table-builder.ts';
import { asUtf8, type Format } from '../table/format.ts';
import { rootNameOf } from '../xml/root-name.ts';
import { descendantsOf, nameOf } from '../xml/xml-elements.ts';

/** What has something to say of a place; links lead to files that are not fetched, but are listed. */
const ROWS = new Set(['Placemark', 'GroundOverlay', 'PhotoOverlay', 'NetworkLink']);

const ROWS_A_STEP = 200;

/** A KML document of any version, with or without its namespace, one row a Placemark or overlay. */
async function openKml(source: ByteSource, task: Task): Promise<Result<TableReader, Fault>> {
  const parsed = await parseXml(source, task.part(0, 0.5));
  if (parsed.kind === 'failed') return parsed;
  const { root, undeclaredPrefixes } = parsed.value;
  const builder = new DocumentTableBuilder(true);
  let rows = 0;
  for (const element of [root, ...descendantsOf(root)]) {
    if (!ROWS.has(nameOf(element))) continue;
    if (rows++ % ROWS_A_STEP === 0 && task.isDue()) await task.yield(0.5);
    builder.endRow(kmlRow(element, builder.put));
    if (builder.hasTooManyColumns) break;
  }
  return builder.finish(source.name, {
    format: 'kml',
    encoding: 'utf-8',
    ...(undeclaredPrefixes.length > 0 ? { undeclaredPrefixes } : {}),
  });
}

const ROOTS = new Set(['kml', 'document', 'folder', 'placemark']);

export const kml: Format = {
  id: 'kml',
  detect: (head) => ROOTS.has(rootNameOf(head) ?? ''),
  open: asUtf8(openKml),
};
