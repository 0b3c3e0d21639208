import type { Row } from '../../core/incident/incident-table.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { MapScene } from '../../core/view/map-scene.ts';
import type { Found } from '../../map/pick.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import type { Words } from '../../i18n/en.ts';

/** "Irbil International Airport and 4 more places", the most frequent place first. */
export function placesOf(shown: Shown, rows: readonly Row[], words: Words): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { name } = shown.incident(row).place;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first = ''] = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  return words.map.markLabel(first, counts.size - 1);
}

/** All rows of what a pointer or a key found on the map. */
export function rowsUnder(scene: MapScene, shown: Shown, found: Found): readonly Row[] {
  switch (found.kind) {
    case 'mark':
      return scene.shapes.level.marks[found.mark]?.rows ?? [];
    case 'area': {
      const name = scene.shapes.areas[found.area]?.name;
      return shown.index.areas.find((area) => area.name === name)?.rows ?? [];
    }
    case 'series': {
      const row = shown.rowOf(found.incident);
      return row === undefined ? [] : [row];
    }
    default:
      return unreachable(found);
  }
}
