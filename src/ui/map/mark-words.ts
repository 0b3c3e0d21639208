import { outsideText } from '../../core/text/outside-text.ts';
import type { MapModel } from '../../core/model/map-model.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { MapHit } from '../../map/hit-test.ts';
import type { HoverTarget } from '../../state/hovered.svelte.ts';

/**
 * "Irbil International Airport and 4 more places", the most frequent place first; '' while unknown, and
 * where the file names no place.
 */
export function placesOf(
  { details }: Pick<MapModel, 'details'>,
  mark: number,
  words: FirstWords,
): string {
  const first = details?.place[mark];
  return first ? words.map.markLabel(outsideText(first), details.morePlaces[mark] ?? 0) : '';
}

/** What a mark is called where it is read out: its places and its count, or its count alone. */
export function markName(
  scene: Pick<MapModel, 'counts' | 'details'>,
  mark: number,
  words: FirstWords,
): string {
  const { certain, possible } = scene.counts.marks;
  const count = words.map.markDetail(certain[mark] ?? 0, possible[mark] ?? 0);
  const places = placesOf(scene, mark, words);
  return places === '' ? count : `${places}: ${count}`;
}

/** What the map found, by names that last when it draws other marks. */
export function pointedAt(scene: MapModel, found: MapHit): HoverTarget {
  switch (found.kind) {
    case 'mark':
      return { kind: 'mark', row: scene.shapes.view.marks.row[found.mark] ?? 0 };
    case 'area':
      return { kind: 'area', name: scene.shapes.areas[found.area]?.name ?? '' };
    case 'series':
      return found;
  }
}
