/** Drawing an area: what is set, taken back and finished, and what of it becomes a filter. */
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../src/core/filters/area-shape.ts';
import { addShape, changeShape, removeShape, shapesIn } from '../../../src/state/area-filter.ts';
import { shapeOf } from '../../../src/state/draft-shape.ts';
import { Drawing } from '../../../src/state/drawing.svelte.ts';
import { Filters } from '../../../src/state/filters.svelte.ts';

const CIRCLE: AreaShape = { kind: 'circle', lon: 44, lat: 36, radiusKm: 25 };

describe('drawing', () => {
  it('finishes a rectangle with its second corner', () => {
    const filters = new Filters();
    const drawing = new Drawing(filters);
    drawing.start('box');
    drawing.addCorner([45, 35]);
    expect(shapesIn(filters)).toEqual([]);
    drawing.pointAt([44, 36]);
    expect(drawing.draft).toEqual({ kind: 'box', west: 44, south: 35, east: 45, north: 36 });
    drawing.addCorner([44, 36]);
    expect(shapesIn(filters)).toEqual([{ kind: 'box', west: 44, south: 35, east: 45, north: 36 }]);
    expect(drawing.tool).toBeUndefined();
    expect(drawing.step).toBe('finished');
  });

  it('finishes a polygon only with three corners, and takes the last one back', () => {
    const filters = new Filters();
    const drawing = new Drawing(filters);
    drawing.start('polygon');
    for (const corner of [
      [44, 35],
      [45, 35],
      [46, 40],
    ] as const)
      drawing.addCorner(corner);
    drawing.removeLast();
    drawing.finish();
    expect(drawing.tool).toBe('polygon');
    drawing.addCorner([45, 36]);
    expect(drawing.canFinish).toBe(true);
    drawing.finish();
    expect(shapesIn(filters)).toEqual([
      {
        kind: 'polygon',
        corners: [
          [44, 35],
          [45, 35],
          [45, 36],
        ],
      },
    ]);
  });

  it('goes on where what was drawn is no area, and leaves no trace when it is cancelled', () => {
    const filters = new Filters();
    const drawing = new Drawing(filters);
    drawing.start('circle');
    drawing.addCorner([44, 36]);
    drawing.addCorner([44, 36]);
    expect(drawing.step).toBe('too-small');
    expect(drawing.corners).toEqual([[44, 36]]);
    drawing.cancel();
    expect([drawing.tool, drawing.corners, shapesIn(filters)]).toEqual([undefined, [], []]);
  });

  it('is on the turn of the world on which links are', () => {
    expect(
      shapeOf('box', [
        [350, 0],
        [370, 10],
      ]),
    ).toMatchObject({ west: -10, east: 10 });
    expect(
      shapeOf('box', [
        [170, 0],
        [190, 10],
      ]),
    ).toMatchObject({ west: 170, east: -170 });
    expect(
      shapeOf('box', [
        [-300, 0],
        [300, 10],
      ]),
    ).toMatchObject({ west: -180, east: 180 });
    expect(
      shapeOf('polygon', [
        [530, 0],
        [550, 0],
        [540, 5],
      ]),
    ).toEqual({
      kind: 'polygon',
      corners: [
        [170, 0],
        [190, 0],
        [180, 5],
      ],
    });
    expect(
      shapeOf('circle', [
        [404, 36],
        [404, 37],
      ]),
    ).toEqual({ ...CIRCLE, radiusKm: 111 });
  });
});

describe('the areas that are filtered by', () => {
  it('are each there once, and the filter goes with the last one', () => {
    const filters = new Filters();
    expect(addShape(filters, CIRCLE)).toBe(true);
    addShape(filters, CIRCLE);
    addShape(filters, { kind: 'named', name: 'Irbil' });
    expect(shapesIn(filters)).toEqual([CIRCLE, { kind: 'named', name: 'Irbil' }]);
    expect(changeShape(filters, 0, { ...CIRCLE, radiusKm: 30 })).toBe(true);
    expect(changeShape(filters, 0, { ...CIRCLE, radiusKm: -1 })).toBe(false);
    expect(shapesIn(filters)[0]).toEqual({ ...CIRCLE, radiusKm: 30 });
    removeShape(filters, 0);
    removeShape(filters, 0);
    expect(filters.clauses).toEqual([]);
  });
});
