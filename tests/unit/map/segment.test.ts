import { describe, expect, it } from 'vitest';
import { crossesBox, distanceToSegment, segmentsCross } from '../../../src/map/segment.ts';

const box = { left: 10, right: 20, top: 10, bottom: 20 };
const line = (x1: number, y1: number, x2: number, y2: number) => ({
  from: { x: x1, y: y1 },
  to: { x: x2, y: y2 },
});

describe('segments', () => {
  it('cross a box that they run through, end in or lie in, and no other', () => {
    expect(crossesBox(line(0, 0, 30, 30), box)).toBe(true);
    expect(crossesBox(line(0, 15, 12, 15), box)).toBe(true);
    expect(crossesBox(line(12, 12, 14, 14), box)).toBe(true);
    expect(crossesBox(line(0, 15, 9, 15), box)).toBe(false);
    expect(crossesBox(line(0, 12, 12, 0), box)).toBe(false);
    expect(crossesBox(line(5, 0, 5, 30), box)).toBe(false);
  });

  it('are as far from a point as their nearest end or their side', () => {
    expect(distanceToSegment({ x: 5, y: 3 }, line(0, 0, 10, 0))).toBe(3);
    expect(distanceToSegment({ x: 13, y: 4 }, line(0, 0, 10, 0))).toBe(5);
    expect(distanceToSegment({ x: 3, y: 4 }, line(0, 0, 0, 0))).toBe(5);
  });

  it('cross each other or not', () => {
    expect(segmentsCross(line(0, 0, 10, 10), line(0, 10, 10, 0))).toBe(true);
    expect(segmentsCross(line(0, 0, 10, 10), line(6, 5, 10, 0))).toBe(false);
  });
});
