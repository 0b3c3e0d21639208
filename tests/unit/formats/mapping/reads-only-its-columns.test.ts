import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsRead } from '../../../../src/core/mapping/columns-read.ts';
import { RowReader } from '../../../../src/formats/mapping/row-reader.ts';
import { randomMappings, WIDTH } from '../../core/mapping/random-mappings.ts';
import { proposeFor, rowOf, TODAY } from './made-up-rows.ts';

const cell = fc.oneof(
  fc.constantFrom('', 'NA', '2031-03-04', '3/4/2031', '13/04/2031 10:00', '1924905600', '2031'),
  fc.constantFrom('4', '44.01', '36.19', '36.19, 44.01', '14:05', 'town', '100', 'made up'),
);
const cells = fc.array(cell, { minLength: WIDTH, maxLength: WIDTH });

it('RowReader reads no cell that its mapping does not name', () => {
  fc.assert(
    fc.property(randomMappings, cells, cells, (mapping, first, others) => {
      const named = new Set(columnsRead(mapping).map(({ column }) => column));
      const second = first.map((text, column) =>
        named.has(column) ? text : (others[column] ?? ''),
      );
      const read = (row: readonly string[]) => {
        // A row is empty only if all of its cells are, so one more cell never is.
        const whole = rowOf([...row, 'made up']);
        return new RowReader(mapping, undefined, { today: TODAY }).read(whole);
      };
      expect(read(second)).toEqual(read(first));
    }),
  );
});

it('a time of day such as 1405 is no year of another calendar', () => {
  const { mapping } = proposeFor(`date | time | latitude | longitude
    13/05/24 | 1405 | 36.19 | 44.01
    14/05/24 | 1400 | 36.18 | 44.02`);
  expect(mapping.time).toMatchObject({ kind: 'one', column: 0, clock: 1 });
  expect(mapping.calendar).toBeUndefined();
});
