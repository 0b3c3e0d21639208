import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, overlapOf, type Box } from '../../../src/map/box.ts';
import { textBox } from '../../../src/map/label-box.ts';
import { placeLabels, type Name } from '../../../src/map/label-placement.ts';

const name = (x: number, y: number, rest: Partial<Name> = {}): Name => ({
  x,
  y,
  lines: [{ width: 50, height: 15 }],
  gap: 6,
  isKey: true,
  ...rest,
});
const boxOf = (names: readonly Name[], marks: readonly Box[], frame?: Box): readonly Box[] =>
  placeLabels(names, marks, frame).map(({ anchor, offset }, i) =>
    textBox(names[i] ?? name(0, 0), anchor, offset),
  );

describe('`placeLabels`', () => {
  it('puts a name to the right if nothing is in the way', () => {
    expect(placeLabels([name(0, 0)], [], undefined)).toEqual([
      { anchor: 'left', offset: 6, isKey: true },
    ]);
  });

  it('puts a name outside of the mark on its place, and away from other marks', () => {
    const [under] = placeLabels([name(0, 0)], [boxAround(0, 0, 30)], undefined);
    expect(under?.anchor).toBe('left');
    expect(under?.offset).toBeGreaterThan(30);
    const [beside] = placeLabels([name(0, 0)], [boxAround(30, 0, 10)], undefined);
    expect(beside?.anchor).toBe('right');
  });

  it('keeps a name in the home view, unless its place is outside of it', () => {
    const frame = { left: -100, right: 20, top: -100, bottom: 100 };
    expect(placeLabels([name(0, 0)], [], frame)[0]?.anchor).toBe('right');
    expect(placeLabels([name(60, 0)], [], frame)[0]?.anchor).toBe('left');
  });

  it('leaves no mark and no other key place between a name and its place', () => {
    const [one] = boxOf([name(0, 0), name(40, 0)], []);
    expect(one && (one.right < 0 || one.bottom < 0 || one.top > 0)).toBe(true);
  });

  it('puts the first name under a mark next to the mark, and leaves the others under it', () => {
    const [first, second] = placeLabels([name(0, 0), name(3, 3)], [boxAround(0, 0, 30)], undefined);
    expect(first?.isKey).toBe(true);
    expect(second).toMatchObject({ isKey: false });
  });

  it('keeps key names free of marks and of each other, at any positions', () => {
    const at = fc.integer({ min: -150, max: 150 });
    const names = fc.array(
      fc
        .record({ x: at, y: at, isKey: fc.boolean(), width: fc.integer({ min: 10, max: 90 }) })
        .map(({ width, ...rest }) => name(0, 0, { ...rest, lines: [{ width, height: 15 }] })),
      { maxLength: 12 },
    );
    const marks = fc.array(fc.record({ x: at, y: at, radius: fc.integer({ min: 4, max: 40 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, marks, (asked, discs) => {
        const placed = placeLabels(
          asked,
          discs.map(({ x, y, radius }) => boxAround(x, y, radius)),
          undefined,
        );
        expect(placed.length).toBe(asked.length);
        const keys = placed.flatMap(({ anchor, offset, isKey }, i) =>
          isKey ? [textBox(asked[i] ?? name(0, 0), anchor, offset)] : [],
        );
        // Letters do not fill the box of their line: three pixels are no overlap.
        keys.forEach((box, i) => {
          for (const other of keys.slice(i + 1))
            expect(overlapOf(box, other)).toBeLessThanOrEqual(3);
          for (const { x, y, radius } of discs) {
            const dx = Math.max(box.left - x, 0, x - box.right);
            const dy = Math.max(box.top - y, 0, y - box.bottom);
            expect(radius - Math.hypot(dx, dy)).toBeLessThanOrEqual(3 + 1e-9);
          }
        });
      }),
      {
        numRuns: 300,
        examples: [
          // A corner of a small name reached into the mark that it lay next to.
          [
            [name(28, 27, { gap: 6, isKey: true, lines: [{ width: 10, height: 15 }] })],
            [
              { x: 2, y: 0, radius: 27 },
              { x: 0, y: 0, radius: 28 },
              { x: 46, y: 45, radius: 20 },
            ],
          ],
        ],
      },
    );
  });
});
