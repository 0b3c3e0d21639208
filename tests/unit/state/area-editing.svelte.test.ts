/** A drawn area of the filter that is changed on the map: what of it becomes the filter, and when. */
import { describe, expect, it } from 'vitest';
import type { AreaShape } from '../../../src/core/filters/area-shape.ts';
import { changeShape, removeShape, addShape, shapesIn } from '../../../src/state/area-filter.ts';
import type { AreaEditing } from '../../../src/state/area-editing.svelte.ts';
import { Drawing } from '../../../src/state/drawing.svelte.ts';
import { Filters } from '../../../src/state/filters.svelte.ts';

const BOX: AreaShape = { kind: 'box', west: 44, south: 35, east: 46, north: 37 };
const POLYGON: AreaShape = {
  kind: 'polygon',
  corners: [
    [44, 35],
    [46, 35],
    [45, 37],
  ],
};
const NAMED: AreaShape = { kind: 'named', name: 'Irbil' };

function begun(...shapes: readonly AreaShape[]) {
  const filters = new Filters();
  for (const shape of shapes) addShape(filters, shape);
  const drawing = new Drawing(filters);
  drawing.edit(shapes.length - 1);
  const { editing } = drawing;
  if (!editing) throw new Error('not editing');
  return { filters, drawing, editing };
}

const keyOf = ({ handles }: AreaEditing, at: number): number => handles[at]?.key ?? NaN;

describe('changing an area on the map', () => {
  it('leaves the filter alone until it is followed, and then to the last place', () => {
    const { filters, editing } = begun(NAMED, BOX);
    const corner = keyOf(editing, 2);
    editing.move(corner, [47, 38]);
    expect(editing.isMoving).toBe(true);
    expect(editing.shape).toEqual({ ...BOX, east: 47, north: 38 });
    expect(shapesIn(filters)[1]).toEqual(BOX);
    editing.move(corner, [48, 39]);
    editing.follow();
    expect(shapesIn(filters)).toEqual([NAMED, { ...BOX, east: 48, north: 39 }]);
    editing.move(corner, [49, 40]);
    editing.settle();
    expect(editing.isMoving).toBe(false);
    expect(shapesIn(filters)[1]).toEqual({ ...BOX, east: 49, north: 40 });
  });

  it('keeps the last area where what is left is none, and goes on from there', () => {
    const { filters, editing } = begun(BOX);
    const corner = keyOf(editing, 0);
    editing.move(corner, [46, 35]);
    editing.settle();
    expect(editing.isArea).toBe(false);
    expect(shapesIn(filters)).toEqual([BOX]);
    editing.move(corner, [47, 35]);
    editing.settle();
    expect(shapesIn(filters)).toEqual([{ ...BOX, west: 46, east: 47 }]);
  });

  it('restores what was there before, and where a press began', () => {
    const { filters, drawing, editing } = begun(BOX);
    editing.move(keyOf(editing, 0), [43, 34]);
    editing.settle();
    editing.move(keyOf(editing, 0), [10, 10]);
    editing.takeBack();
    expect(shapesIn(filters)).toEqual([{ ...BOX, west: 43, south: 34 }]);
    drawing.cancelEditing();
    expect(shapesIn(filters)).toEqual([BOX]);
    expect(drawing.editing).toBeUndefined();
  });

  it('is over when it was restored, also where a pointer or a key still holds a handle', () => {
    const { filters, drawing, editing } = begun(BOX);
    editing.move(keyOf(editing, 0), [43, 34]);
    drawing.cancelEditing();
    editing.settle();
    expect(shapesIn(filters)).toEqual([BOX]);
  });

  it('adds a corner in the middle of an edge under the same key, and removes one', () => {
    const { filters, editing } = begun(POLYGON);
    const between = editing.handles[1];
    if (between?.kind !== 'between') throw new Error('no middle');
    editing.move(between.key, [45, 34]);
    editing.move(between.key, [45, 33]);
    editing.settle();
    const keys = editing.handles.map(({ key }) => key);
    expect(new Set(keys).size).toBe(8);
    expect(editing.handles.find(({ key }) => key === between.key)).toMatchObject({
      kind: 'corner',
      at: 1,
    });
    expect(shapesIn(filters)).toMatchObject([
      {
        corners: [
          [44, 35],
          [45, 33],
          [46, 35],
          [45, 37],
        ],
      },
    ]);
    const next = editing.removeCorner(keyOf(editing, 0));
    expect(editing.handles.find(({ key }) => key === next)).toMatchObject({
      kind: 'corner',
      at: 2,
    });
    expect(shapesIn(filters)).toMatchObject([
      {
        corners: [
          [45, 33],
          [46, 35],
          [45, 37],
        ],
      },
    ]);
    expect(editing.removeCorner(keyOf(editing, 0))).toBeUndefined();
  });

  it('follows numbers that are typed, and ends with its area', () => {
    const { filters, drawing, editing } = begun(NAMED, BOX);
    changeShape(filters, 1, { ...BOX, north: 39 });
    expect(editing.adopt()).toBe(true);
    expect(editing.shape).toEqual({ ...BOX, north: 39 });
    removeShape(filters, 0);
    expect(editing.adopt()).toBe(true);
    expect(editing.at).toBe(0);
    editing.move(keyOf(editing, 0), [43, 34]);
    removeShape(filters, 0);
    expect(editing.adopt()).toBe(false);
    drawing.finishEditing();
    expect(shapesIn(filters)).toEqual([]);
  });

  it('begins with no name, and ends when another area is drawn', () => {
    const { filters, drawing } = begun(NAMED, BOX);
    drawing.edit(0);
    expect(drawing.editing).toBeUndefined();
    drawing.edit(1);
    drawing.start('circle');
    expect(drawing.editing).toBeUndefined();
    expect(shapesIn(filters)).toEqual([NAMED, BOX]);
  });
});
