import { DEATHS } from '../../core/records/incident.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { MarkName } from '../../state/mark-names.svelte.ts';

/**
 * "Irbil and around", or "Harir air base and 4 more places", the most frequent place first; '' while unknown, and
 * where the file names no place.
 */
export function placesOf(name: MarkName | undefined, words: FirstWords): string {
  if (!name?.place) return '';
  const place = outsideText(name.place);
  return name.isAround ? words.map.aroundLabel(place) : words.map.markLabel(place, name.morePlaces);
}

/** "deaths reported" of a mark that includes some, by a position in `DEATHS`; empty of others. */
export const deathsOfMark = (deaths: number | undefined, words: FirstWords): string =>
  words.map.deaths[DEATHS[deaths ?? 0] ?? 'none'];

/** What a mark is called where it is read out: its places and its count, or its count alone. */
export function markLabel(name: MarkName | undefined, count: string, words: FirstWords): string {
  const places = placesOf(name, words);
  return places === '' ? count : `${places}: ${count}`;
}
