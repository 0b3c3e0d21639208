import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../../src/core/filters/clause.ts';
import { chipsOf } from '../../../../src/ui/filters/filter-chips.ts';

const only: Clause = { kind: 'only', field: 'only', names: ['attacks', 'deaths'] };
const hours: Clause = { kind: 'hours', field: 'hours', from: 0, to: 360 };
const area: Clause = {
  kind: 'area',
  field: 'area',
  shapes: [
    { kind: 'named', name: 'Irbil' },
    { kind: 'place', name: 'Koya' },
  ],
};

describe('the chips of a filter', () => {
  it('take away one thing each, also where a clause has several', () => {
    const chips = chipsOf([only, hours, area]);
    expect(chips.map(({ rest }) => rest)).toEqual([
      { ...only, names: ['deaths'] },
      { ...only, names: ['attacks'] },
      undefined,
      { ...area, shapes: area.shapes.slice(1) },
      { ...area, shapes: area.shapes.slice(0, 1) },
    ]);
    expect(new Set(chips.map(({ key }) => key)).size).toBe(5);
  });

  it('take away a clause with the last of its things', () => {
    expect(chipsOf([{ ...only, names: ['deaths'] }])[0]?.rest).toBeUndefined();
  });
});
