import type { Row } from '../../core/incident/incident-table.ts';
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
