import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualScroll } from '../../../../src/ui/list/virtual-scroll.svelte.ts';

const VIEWPORT = 600;
/** A million cards. */
const LONG = 92_000_000;

const lengths = fc.integer({ min: VIEWPORT, max: 1_000_000_000 });

/** The scroller as a browser has it: it never leaves its element, and rounds to device pixels. */
function scrollerOf(list: number, viewport = VIEWPORT) {
  const scroll = new VirtualScroll(list, 0, viewport);
  const last = scroll.height - viewport;
  const rounded = (top: number): number => Math.round(Math.min(Math.max(top, 0), last) * 2) / 2;
  return {
    scroll,
    last,
    lastOffset: list - viewport,
    to: (top: number): void => {
      scroll.moved(rounded(top), viewport);
    },
    rest: (): void => {
      const top = scroll.restingTop();
      if (top !== undefined) scroll.rested(rounded(top));
    },
  };
}

const movements = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('step'),
      by: fc.double({ min: -1_200, max: 1_200, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('jump'), by: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ kind: fc.constant('rest'), by: fc.constant(0) }),
  ),
  { maxLength: 60 },
);

describe('`VirtualScroll`', () => {
  it('scrolls natively if the list fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: VIEWPORT, max: 3_000_000 }), movements, (list, all) => {
        const { scroll, last, to, rest } = scrollerOf(list);
        expect(scroll.height).toBe(list);
        for (const { kind, by } of all) {
          if (kind === 'rest') rest();
          else to(kind === 'jump' ? by * last : scroll.top + by);
          expect(scroll.offset).toBe(scroll.top);
          expect(scroll.restingTop()).toBeUndefined();
        }
      }),
    );
  });

  it('stays in the list and moves exactly by the scrolled distance', () => {
    fc.assert(
      fc.property(lengths, movements, (list, all) => {
        const { scroll, last, lastOffset, to, rest } = scrollerOf(list);
        for (const { kind, by } of all) {
          const before = { top: scroll.top, offset: scroll.offset };
          if (kind === 'rest') rest();
          else to(kind === 'jump' ? by * last : scroll.top + by);
          expect(scroll.offset).toBeGreaterThanOrEqual(-1e-6);
          expect(scroll.offset).toBeLessThanOrEqual(lastOffset + 1);
          const moved = scroll.offset - before.offset;
          if (kind === 'step') expect(moved).toBeCloseTo(scroll.top - before.top, 6);
          if (kind === 'rest') expect(Math.abs(moved)).toBeLessThan(1);
        }
      }),
    );
  });

  it('reaches both ends exactly with one jump, animated or not', () => {
    fc.assert(
      fc.property(lengths, movements, fc.boolean(), (list, all, isAnimated) => {
        const { scroll, last, lastOffset, to, rest } = scrollerOf(list);
        for (const { kind, by } of all) {
          if (kind === 'rest') rest();
          else to(kind === 'jump' ? by * last : scroll.top + by);
        }
        to(last / 2);
        for (const end of [last, 0]) {
          const start = scroll.top;
          for (let frame = 1; isAnimated && frame < 42; frame++)
            to(start + ((end - start) * (1 - Math.cos((Math.PI * frame) / 42))) / 2);
          to(end);
          expect(scroll.offset).toBeCloseTo(end === 0 ? 0 : lastOffset, 0);
        }
      }),
    );
  });

  it('jumps to the same fraction of the list', () => {
    const { scroll, last, lastOffset, to } = scrollerOf(LONG);
    for (const share of [0.25, 0.5, 0.75]) {
      to(share * last);
      expect(scroll.offset / lastOffset).toBeCloseTo(share, 1);
    }
  });

  it('continues past the end of its element when scrolling has settled', () => {
    const { scroll, last, to, rest } = scrollerOf(LONG);
    to(last / 2);
    const start = scroll.offset;
    while (scroll.top > 0) to(scroll.top - 1_000);
    const reached = scroll.offset;
    expect(start - reached).toBeCloseTo(last / 2, 0);
    rest();
    expect(scroll.top).toBeGreaterThan(1_000_000);
    expect(scroll.offset).toBeCloseTo(reached, 0);
    to(scroll.top - 1_000);
    expect(scroll.offset).toBeCloseTo(reached - 1_000, 0);
  });

  it('reaches both ends by small steps', () => {
    const { scroll, lastOffset, to, rest } = scrollerOf(4_000_000);
    for (let step = 0; step < 4_000; step++) {
      to(scroll.top + 1_000);
      rest();
    }
    expect(scroll.offset).toBe(lastOffset);
    for (let step = 0; step < 4_000; step++) {
      to(scroll.top - 1_000);
      rest();
    }
    expect(scroll.offset).toBe(0);
  });

  it('keeps its position when it is opened again at the same place', () => {
    const { scroll, last, to } = scrollerOf(LONG);
    to(last / 3);
    for (let step = 0; step < 50; step++) to(scroll.top + 700);
    const { top, offset } = scroll;
    scroll.moved(top, VIEWPORT);
    expect(scroll.offset).toBe(offset);
  });

  it('leaves room for what is above the list', () => {
    const scroll = new VirtualScroll(LONG, -180, VIEWPORT);
    expect(scroll.offset).toBe(-180);
    scroll.moved(120, VIEWPORT);
    expect(scroll.offset).toBe(120);
    expect(scroll.restingTop()).toBeUndefined();
  });
});
