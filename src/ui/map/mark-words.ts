import type { MapScene } from '../../core/view/map-scene.ts';
import type { Words } from '../../i18n/en.ts';
import type { Found } from '../../map/pick.ts';
import type { PointedAt } from '../../state/pointed.svelte.ts';

/** "Irbil International Airport and 4 more places", the most frequent place first; '' while unknown. */
export function placesOf({ details }: MapScene, mark: number, words: Words): string {
  const first = details?.place[mark];
  return first ? words.map.markLabel(first, details.morePlaces[mark] ?? 0) : '';
}

/** What the map found, by names that last when it draws other marks. */
export function pointedAt(scene: MapScene, found: Found): PointedAt {
  switch (found.kind) {
    case 'mark':
      return { kind: 'mark', row: scene.shapes.view.marks.row[found.mark] ?? 0 };
    case 'area':
      return { kind: 'area', name: scene.shapes.areas[found.area]?.name ?? '' };
    case 'series':
      return found;
  }
}
