import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../../src/ui/panel/neighbours.ts';

describe('previous and next', () => {
  it('end at both ends', () => {
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

  it('are not offered for a record that is not listed, or stands alone', () => {
    expect(neighboursOf(Uint32Array.from([7, 3]), 1)).toBeUndefined();
    expect(neighboursOf(Uint32Array.from([7]), 7)).toBeUndefined();
  });
});
