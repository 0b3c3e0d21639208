import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { CATEGORIES, type ListedScheme } from '../../../../src/core/records/color-scheme.ts';
import { words } from '../../../../src/i18n/words.ts';
import { keyLinesOf } from '../../../../src/ui/legend/key-rows.ts';
import { categoryOf, signWords } from '../../../../src/ui/legend/sign-words.ts';
import { openPage } from '../../state/open-page.ts';

async function pageIn(scheme: string) {
  const app = await openPage(`color=${scheme}`);
  const shown = await vi.waitFor(() => {
    flushSync();
    if (app.shown?.view?.view.groups.scheme !== scheme) throw new Error('There is no view yet.');
    return app.shown;
  });
  return { app, shown };
}

describe('the sign of a record', () => {
  it.each(['outcome', 'weapon', 'attributed'] as const)(
    'has by %s the category that its mark on the map has',
    async (scheme: ListedScheme) => {
      const { shown } = await pageIn(scheme);
      const { marks, groups, details } = shown.view?.view ?? {};
      const lines = keyLinesOf(shown, words, scheme);
      let checked = 0;
      for (const [mark, row] of (details?.single ?? []).entries()) {
        const record = marks?.count[mark] === 1 ? await shown.records.load(row) : undefined;
        const layer = shown.layerAt(record?.layer);
        if (!record || !layer) continue;
        const category = groups?.category[marks?.groups[mark] ?? 0] ?? 0;
        expect(record.categories[scheme]).toBe(category);
        expect(categoryOf(shown, record)).toBe(lines[category]?.name);
        const name = lines[category]?.name ?? '';
        expect(signWords(shown, record, layer)).toBe(
          CATEGORIES[scheme][category]?.key === 'halt'
            ? name
            : `${words.key.schemes[scheme]}: ${name}`,
        );
        checked++;
      }
      expect(checked).toBeGreaterThan(5);
    },
  );

  it('is the target where the targets have the colours', async () => {
    const { shown } = await pageIn('target');
    const record = await shown.records.load(shown.view?.view.marks.row[0] ?? 0);
    const layer = shown.layerAt(record?.layer);
    if (!record || !layer) throw new Error('The first mark has no record.');
    expect(categoryOf(shown, record)).toBeUndefined();
    expect(signWords(shown, record, layer)).toBe(
      keyLinesOf(shown, words, 'target')[record.layer]?.name,
    );
  });
});
