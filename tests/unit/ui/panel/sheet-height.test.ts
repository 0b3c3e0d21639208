import { describe, expect, it } from 'vitest';
import { heightBeside, nearestHeight } from '../../../../src/ui/panel/sheet-height.ts';

describe('the height of the sheet on a phone', () => {
  it('settles at the nearest of three heights', () => {
    expect(nearestHeight(150, 666)).toBe('peek');
    expect(nearestHeight(300, 666)).toBe('half');
    expect(nearestHeight(600, 666)).toBe('full');
  });

  it('stops at both ends', () => {
    expect(heightBeside('half', 1)).toBe('full');
    expect(heightBeside('full', 1)).toBe('full');
    expect(heightBeside('peek', -1)).toBe('peek');
  });
});
