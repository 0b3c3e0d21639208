import { describe, expect, it } from 'vitest';
import { isoText } from '../../../../src/core/time/minute.ts';
import { coverageStretches } from '../../../../src/ui/timeline/coverage-stretches.ts';

describe('`coverageStretches`', () => {
  it('marks stretches that differ from the longest one, with a short heading', () => {
    const stretches = coverageStretches([
      { from: '2026-02-28', to: '2026-03-17', note: 'Part of it.' },
      { from: '2026-03-17', to: '2026-03-19', note: 'Almost none: no sign of calm.' },
    ]);
    expect(stretches.map(({ heading, isUnusual }) => [heading, isUnusual])).toEqual([
      ['Part of it', false],
      ['Almost none', true],
    ]);
    expect(stretches.map(({ span }) => isoText(span.to))).toEqual(['2026-03-17', '2026-03-19']);
  });

  it('says before the note on the usual stretch what its figures are of', () => {
    const [usual, unusual] = coverageStretches(
      [
        { from: '2026-02-28', to: '2026-03-17', note: 'Part of it: 8.' },
        { from: '2026-03-17', to: '2026-03-19', note: 'Almost none.' },
      ],
      'All data',
    );
    expect(usual).toMatchObject({ note: 'All data. Part of it: 8.', heading: 'Part of it' });
    expect(unusual?.note).toBe('Almost none.');
  });

  it('leaves out dates that cannot be read or are in reverse order', () => {
    expect(
      coverageStretches([
        { from: 'March', to: '2026-03-17', note: '' },
        { from: '2026-03-17', to: '2026-03-17', note: '' },
      ]),
    ).toEqual([]);
    expect(coverageStretches([])).toEqual([]);
  });
});
