import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../../src/ui/panel/neighbours.ts';

describe('`neighboursOf`', () => {
  it('has no previous record at the start and no next one at the end', () => {
    expect(neighboursOf(Uint32Array.from([7, 3, 9]), 7)).toEqual({
      position: 1,
      count: 3,
      previous: undefined,
      next: 3,
    });
    expect(neighboursOf(Uint32Array.from([7, 3, 9]), 9)).toMatchObject({
      position: 3,
      previous: 3,
      next: undefined,
    });
  });

  it('finds none for a record that is not listed, or is the only one', () => {
    expect(neighboursOf(Uint32Array.from([7, 3]), 1)).toBeUndefined();
    expect(neighboursOf(Uint32Array.from([7]), 7)).toBeUndefined();
  });
});
