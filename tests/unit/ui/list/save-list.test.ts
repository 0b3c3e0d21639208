import { describe, expect, it } from 'vitest';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { words } from '../../../../src/i18n/words.ts';
import { saveList } from '../../../../src/ui/list/save-list.ts';
import type { ExportRequest } from '../../../../src/worker/protocol.ts';
import { openPage } from '../../state/open-page.ts';

describe('rows that are saved', () => {
  it('are those of both periods that are compared, which name the file', async () => {
    const asked: ExportRequest[] = [];
    const names: string[] = [];
    const app = await openPage('from=2026-03-05&to=2026-03-08&vs=previous', {
      exportRows: (request) => {
        asked.push(request);
        return Promise.resolve(new Blob());
      },
      save: (_, name) => {
        names.push(name);
      },
    });
    // Loading takes more than promises.
    await import('../../../../src/state/comparison.svelte.ts');
    await expect.poll(() => app.comparing.current).toBeDefined();
    const { shown } = app;
    if (!shown) throw new Error('Nothing is shown.');
    await saveList(app, shown, 'A and B.');
    const [from, middle, to] = [2, 5, 8].map((day) => minuteOf(2026, 3, day));
    expect(asked).toMatchObject([
      { window: { from: middle, to }, compared: { from, to: middle }, selection: 'A and B.' },
    ]);
    app.comparing.choose(undefined);
    await saveList(app, shown, '');
    expect(asked[1]?.compared).toBeUndefined();
    expect(names).toEqual([
      'dateline rows A 2026-03-05 to 2026-03-07, B 2026-03-02 to 2026-03-04.csv',
      'dateline rows.csv',
    ]);
  });

  it('name a day once, and times without a colon', () => {
    const a = { from: minuteOf(2026, 3, 5), to: minuteOf(2026, 3, 6) };
    const b = { from: minuteOf(2026, 3, 4, 6, 30), to: minuteOf(2026, 3, 5) };
    expect(words.ownFiles.savedName(true, undefined, { a, b })).toBe(
      'dateline rows A 2026-03-05, B 2026-03-04T06.30 to 2026-03-05T00.00 filtered.csv',
    );
  });
});
