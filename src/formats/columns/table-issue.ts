import type { TableFileIssue } from '../../core/faults/fault.ts';
import type { IncidentTable } from '../../core/records/incident-table.ts';
import { EFFECT_CLASSES, KINDS, TARGETS } from '../../core/records/incident.ts';
import { isArea, PLACE_PRECISIONS } from '../../core/place/place.ts';
import { NO_AREA, type PlaceTable } from '../../core/place/place-table.ts';
import type { TextColumn } from '../../core/text/text-column.ts';
import { startOfDay } from '../../core/time/minute.ts';

function areBelow(codes: Uint8Array | Uint16Array | Uint32Array, limit: number): boolean {
  for (let i = 0; i < codes.length; i++) if ((codes[i] ?? limit) >= limit) return false;
  return true;
}

/** False for NaN too. */
function areDegrees(degrees: Float64Array, max: number): boolean {
  for (const one of degrees) if (!(Math.abs(one) <= max)) return false;
  return true;
}

function areOffsets({ offsets, bytes }: TextColumn): boolean {
  let last = 0;
  for (const offset of offsets) {
    if (offset < last) return false;
    last = offset;
  }
  return offsets[0] === 0 && last === bytes.length;
}

/** Each row not empty, and the rows in the order of the table; ids, which come last, apart. */
function areTimes({ length, from, to }: IncidentTable): boolean {
  let before = { firstDay: -Infinity, lastDay: 0, start: 0, end: 0 };
  for (let row = 0; row < length; row++) {
    const [start = 0, end = 0] = [from[row], to[row]];
    const after = { firstDay: startOfDay(start), lastDay: startOfDay(end - 1), start, end };
    const step =
      after.firstDay - before.firstDay ||
      after.lastDay - before.lastDay ||
      start - before.start ||
      end - before.end;
    if (start >= end || step < 0) return false;
    before = after;
  }
  return true;
}

function arePlaces({ length, lon, lat, precision, area, areas }: PlaceTable): boolean {
  if (!areDegrees(lon, 180) || !areDegrees(lat, 90)) return false;
  for (let place = 0; place < length; place++) {
    const known = PLACE_PRECISIONS[precision[place] ?? PLACE_PRECISIONS.length];
    if (known === undefined) return false;
    const code = area[place] ?? NO_AREA;
    if (isArea(known) ? code >= areas.length : code !== NO_AREA) return false;
  }
  return true;
}

/** The first thing that is untrue of a table whose columns have the right lengths. */
export function issueOf(table: IncidentTable): TableFileIssue | undefined {
  const { places, contents, place, kind, layer, effectClass } = table;
  if (contents.kind !== 'texts' || !areOffsets(contents.text)) return 'texts';
  if (!areOffsets(places.names)) return 'texts';
  if (!arePlaces(places) || !areBelow(place, places.length)) return 'places';
  if (!areBelow(kind, KINDS.length) || !areBelow(layer, TARGETS.length)) return 'codes';
  if (!areBelow(effectClass, EFFECT_CLASSES.length)) return 'codes';
  return areTimes(table) ? undefined : 'times';
}
