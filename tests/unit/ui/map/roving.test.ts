import { describe, expect, it } from 'vitest';
import { nearestTowards } from '../../../../src/ui/map/roving.ts';

const things = [
  { name: 'middle', x: 0, y: 0 },
  { name: 'right', x: 50, y: -5 },
  { name: 'far right', x: 90, y: 0 },
  { name: 'above', x: 10, y: -40 },
];
const middle = { x: 0, y: 0 };

describe('`nearestTowards`', () => {
  it('finds the nearest mark in the direction of an arrow key', () => {
    expect(nearestTowards(things, middle, 'ArrowRight')?.name).toBe('right');
    expect(nearestTowards(things, middle, 'ArrowUp')?.name).toBe('above');
  });

  it('finds nothing if there is no mark in that direction', () => {
    expect(nearestTowards(things, middle, 'ArrowLeft')).toBeUndefined();
    expect(nearestTowards(things, middle, 'ArrowDown')).toBeUndefined();
  });
});
