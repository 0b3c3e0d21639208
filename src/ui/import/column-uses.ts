import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { ColumnIndex } from '../../core/records/column-index.ts';
import type { Words } from '../../i18n/words.ts';

/** What a column is read as, by the words for it. */
export type ColumnUse = keyof Words['ownFiles']['columns']['uses'];

/** Which columns a meaning reads, and as what; a column may serve twice. */
export function columnUses(mapping: ColumnMapping): ReadonlyMap<ColumnIndex, readonly ColumnUse[]> {
  const uses = new Map<ColumnIndex, ColumnUse[]>();
  const add = (use: ColumnUse, column: ColumnIndex | undefined): void => {
    if (column === undefined) return;
    const known = uses.get(column);
    if (known) known.push(use);
    else uses.set(column, [use]);
  };
  const { place, time } = mapping;
  if (place.kind === 'two') {
    add('latitude', place.latitude);
    add('longitude', place.longitude);
  }
  if (place.kind === 'one') add('place', place.column);
  if (time.kind === 'one' || time.kind === 'epoch') add('time', time.column);
  if (time.kind === 'epoch') add('to', time.to);
  if (time.kind === 'interval') {
    add('from', time.from);
    add('to', time.to);
    add('clock', time.clockTo);
  }
  if (time.kind === 'parts') {
    add('year', time.year);
    add('month', time.month);
    add('day', time.day);
  }
  if (time.kind === 'one' || time.kind === 'interval' || time.kind === 'parts')
    add('clock', time.clock);
  add('placePrecision', mapping.placePrecision?.column);
  add('timePrecision', mapping.timePrecision?.column);
  for (const use of [
    'placeName',
    'area',
    'id',
    'title',
    'text',
    'source',
    'link',
    'category',
  ] as const)
    add(use, mapping[use]);
  return uses;
}
