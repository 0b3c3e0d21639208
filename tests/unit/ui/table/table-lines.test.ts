import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableLines } from '../../../../src/ui/table/table-lines.ts';

describe('the lines of the table', () => {
  it('have each row once, in order, and a heading over series and totals that there are', () => {
    const count = fc.nat(4);
    fc.assert(
      fc.property(count, count, count, (incidents, series, totals) => {
        const lines = new TableLines({ incidents, series, totals });
        const all = Array.from({ length: lines.length }, (_, line) => lines.at(line));
        const positions = all.flatMap((at) => (at?.kind === 'row' ? [at.position] : []));
        const rows = incidents + series + totals;
        expect(positions).toEqual(Array.from({ length: rows }, (_, at) => at));
        const headings = all.flatMap((at, line) =>
          at?.kind === 'heading' ? [[at.section, lines.at(line + 1)]] : [],
        );
        const row = (position: number) => ({ kind: 'row', position });
        expect(headings).toEqual([
          ...(series > 0 ? [['series', row(incidents)]] : []),
          ...(totals > 0 ? [['totals', row(incidents + series)]] : []),
        ]);
        for (const position of positions)
          expect(lines.at(lines.lineOf(position))).toEqual(row(position));
        expect([lines.at(-1), lines.at(lines.length)]).toEqual([undefined, undefined]);
      }),
    );
  });
});
