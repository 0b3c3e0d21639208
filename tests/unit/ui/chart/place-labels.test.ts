import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Box } from '../../../../src/ui/chart/place-labels.ts';

const bounds: Box = { x: 0, y: 0, width: 300, height: 200 };
const sizes = [
  { width: 80, height: 20, cost: 0 },
  { width: 40, height: 34, cost: 6 },
];
const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const point = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 200 }),
});

describe('labels', () => {
  it('never touch each other, an obstacle or the edge, wherever they point to', () => {
    const obstacles = [{ x: 100, y: 50, width: 60, height: 40 }];
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (anchors) => {
        const placed = placeLabels(
          anchors.map((anchor) => ({ anchor, sizes })),
          { bounds, obstacles, avoided: [] },
        );
        const boxes = placed.flatMap((label) => label ?? []);
        boxes.forEach((box, position) => {
          for (const other of [...boxes.slice(position + 1), ...obstacles])
            expect(touch(box, other)).toBe(false);
          expect(box.x >= 0 && box.x + box.width <= 300).toBe(true);
          expect(box.y >= 0 && box.y + box.height <= 200).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('are next to their point where there is room, and need no line there', () => {
    const [label] = placeLabels([{ anchor: { x: 100, y: 100 }, sizes }], {
      bounds,
      obstacles: [],
      avoided: [],
    });
    expect(label).toMatchObject({ x: 109, y: 90, size: 0, leader: undefined });
  });

  it('have a line to their point where they are far from it', () => {
    const obstacles = [{ x: 30, y: 30, width: 140, height: 140 }];
    const [label] = placeLabels([{ anchor: { x: 100, y: 100 }, sizes }], {
      bounds,
      obstacles,
      avoided: [],
    });
    expect(label?.leader).toBeDefined();
    expect(label && touch(label, obstacles[0] as Box)).toBe(false);
  });

  it('lie on what should be avoided only where they would be far away otherwise', () => {
    const anchor = { x: 100, y: 100 };
    const beside = { x: 110, y: 90, width: 100, height: 20 };
    const around = { x: 0, y: 0, width: 300, height: 200 };
    const place = (avoided: readonly Box[]) =>
      placeLabels([{ anchor, sizes }], { bounds, obstacles: [], avoided })[0];
    const label = place([beside]);
    expect(label && touch(label, beside)).toBe(false);
    expect(place([around])).toMatchObject({ x: 109, y: 90 });
  });
});
