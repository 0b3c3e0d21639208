import { describe, expect, it } from 'vitest';
import { minuteOf } from '../../../../src/core/time/minute.ts';
import { saveList } from '../../../../src/ui/list/save-list.ts';
import type { ExportRequest } from '../../../../src/worker/protocol.ts';
import { openPage } from '../../state/open-page.ts';

describe('rows that are saved', () => {
  it('are those of both periods that are compared', async () => {
    const asked: ExportRequest[] = [];
    const app = await openPage('from=2026-03-05&to=2026-03-08&vs=previous', {
      exportRows: (request) => {
        asked.push(request);
        return Promise.resolve(new Blob());
      },
    });
    // Loading takes more than promises.
    await import('../../../../src/state/comparison.svelte.ts');
    await expect.poll(() => app.comparing.current).toBeDefined();
    const { shown } = app;
    if (!shown) throw new Error('Nothing is shown.');
    await saveList(app, shown, 'rows.csv', 'A and B.');
    const [from, middle, to] = [2, 5, 8].map((day) => minuteOf(2026, 3, day));
    expect(asked).toMatchObject([
      { window: { from: middle, to }, compared: { from, to: middle }, selection: 'A and B.' },
    ]);
    app.comparing.choose(undefined);
    await saveList(app, shown, 'rows.csv', '');
    expect(asked[1]?.compared).toBeUndefined();
  });
});
