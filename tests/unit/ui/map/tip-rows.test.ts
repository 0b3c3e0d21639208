import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { words } from '../../../../src/i18n/words.ts';
import { tipRowsOf } from '../../../../src/ui/map/tip-rows.ts';
import { openPage } from '../../state/open-page.ts';

describe('the rows of the tip of a mark', () => {
  it.each(['target', 'outcome', 'weapon', 'attributed'])(
    'have by %s the attacks and halts that the count of the mark says',
    async (scheme) => {
      const app = await openPage(`color=${scheme}`);
      const model = await vi.waitFor(() => {
        flushSync();
        const current = app.mapModel?.current;
        if (current?.shapes.view.groups.scheme !== scheme) throw new Error('No model yet.');
        return current;
      });
      const { shown } = app;
      if (!shown) throw new Error('There are no data.');
      let withBoth = 0;
      for (let mark = 0; mark < model.shapes.view.marks.length; mark++) {
        const { certain, possible } = model.counts.marks;
        const all = (certain[mark] ?? 0) + (possible[mark] ?? 0);
        const halts = model.counts.haltsOf(mark);
        const ofHalts = halts.certain + halts.possible;
        const rows = tipRowsOf(shown, words, model, mark);
        const own = rows.filter(({ line }) => line.key === 'halt');
        const sum = (name: 'attacks' | 'halts', of = rows) =>
          of.reduce((total, row) => total + row[name], 0);
        expect(sum('halts') + sum('attacks', own)).toBe(ofHalts);
        expect(sum('attacks') + sum('halts')).toBe(all);
        if (ofHalts > 0 && ofHalts < all) withBoth++;
      }
      expect(withBoth).toBeGreaterThan(0);
    },
  );
});
