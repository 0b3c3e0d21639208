import type { Task } from '../base/task.ts';
import { ROWS_PER_YIELD_POINT } from '../base/yield-points.ts';
import type { NamedArea } from '../place/named-area.ts';
import type { CategoryColumn } from '../fields/field-column.ts';
import { NOT_GIVEN } from '../fields/field-key.ts';
import { boxRegion } from './area-box.ts';
import { circleRegion } from './area-circle.ts';
import { AreaEdges } from './area-edges.ts';
import { relationOfNames } from './area-named.ts';
import { flagAreas, flagNamedPlace, flagPoints } from './area-places.ts';
import type { AreaRegion } from './area-region.ts';
import { either, flagOf, type AreaRelation } from './area-relation.ts';
import { edgesOfOutline, ringsOfMany } from './area-rings.ts';
import type { AreaShape } from './area-shape.ts';
import type { AreaClause } from './clause.ts';
import { NO, POSSIBLY, YES, type Matcher, type RowFlags, type RowSource } from './match.ts';

/** The area without a name: the place of its records is not known at all, so they may be in any. */
const NOWHERE = '';

/** What a shape says of the rows of a table: by their places, and by codes of the governorate that they state. */
type Flags = {
  readonly ofPlaces: RowFlags;
  /** By the code of `column`; undefined where the place decides. */
  readonly ofCodes?: readonly (number | undefined)[];
  readonly column?: CategoryColumn;
};

/**
 * A place is a range, as a time is: the circle of its precision or the outline of its area. A row passes when
 * all of that lies in one of the shapes, and possibly when a part of it does, when no outline of its area is
 * known, or no place at all.
 */
export const matchArea: Matcher<AreaClause> = async ({ shapes }, source, task) => {
  const { table } = source;
  const flags = new Uint8Array(table.length);
  if (shapes.length === 0) return flags.fill(YES);
  for (const [at, shape] of shapes.entries()) {
    const own = task.part(at / shapes.length, (at + 1) / shapes.length);
    const { ofPlaces, ofCodes = [], column } = await flagsOf(shape, source, own);
    for (let row = 0; row < table.length; row++) {
      if (row % ROWS_PER_YIELD_POINT === 0 && task.isDue()) await own.yield(0.9);
      const stated = column && ofCodes[column.codes[row] ?? 0];
      flags[row] = either(flags[row] ?? NO, stated ?? ofPlaces[table.place[row] ?? 0] ?? NO);
    }
  }
  return flags;
};

function flagsOf(shape: AreaShape, source: RowSource, task: Task): Promise<Flags> {
  switch (shape.kind) {
    case 'box':
      return flagsOfRegion(boxRegion(shape), source, task);
    case 'circle':
      return flagsOfRegion(circleRegion(shape), source, task);
    case 'polygon':
      return flagsOfRegion(
        ringsOfMany(new AreaEdges([shape.corners.map(positionOf)])),
        source,
        task,
      );
    case 'place':
      return flagsOfPlace(shape.name, source, task);
    case 'named':
      return flagsOfName(shape.name, source, task);
  }
}

const positionOf = ([lon, lat]: readonly [number, number]): [number, number] => [lon, lat];

async function flagsOfRegion(
  region: AreaRegion,
  { table: { places }, outlineOf }: RowSource,
  task: Task,
): Promise<Flags> {
  const ofArea = flagAreas(places, outlineOf, (edges) => flagOf(region.ofArea(edges)));
  return { ofPlaces: await flagPoints(places, ofArea, region, task) };
}

const flagsOfPlace = async (
  name: string,
  { table: { places }, outlineOf }: RowSource,
  task: Task,
): Promise<Flags> => ({ ofPlaces: await flagNamedPlace(places, name, outlineOf, task) });

/** The governorate that a row states decides; where it states none, or a larger one, its place does. */
async function flagsOfName(name: string, source: RowSource, task: Task): Promise<Flags> {
  const { places } = source.table;
  const outline = source.outlineOf(name);
  const ofArea: number[] = [];
  for (const area of places.areas) {
    const relation = area === NOWHERE ? undefined : await relationOfNames(area, name, source);
    ofArea.push(relation ? flagOf(relation) : POSSIBLY);
  }
  const region = outline && regionOfOutline(outline, outline.name !== name);
  const ofPlaces = await flagPoints(places, ofArea, region, task);
  const column = await source.column('governorate', task);
  if (column?.kind !== 'category' || column.first) return { ofPlaces };
  const ofCodes: (number | undefined)[] = [];
  for (const governorate of column.values) {
    const relation =
      governorate === NOT_GIVEN ? undefined : await relationOfNames(governorate, name, source);
    const isSplit = relation === 'overlaps' && source.outlineOf(governorate) === outline;
    if (isSplit) ofCodes.push(NO);
    else ofCodes.push(relation && relation !== 'overlaps' ? flagOf(relation) : undefined);
  }
  return { ofPlaces, ofCodes, column };
}

/** `isPart`: the area is somewhere in its outline, and not all of it. */
function regionOfOutline({ shape }: NamedArea, isPart: boolean): AreaRegion {
  const region = ringsOfMany(edgesOfOutline(shape));
  if (!isPart) return region;
  const weaken = (relation: AreaRelation): AreaRelation =>
    relation === 'inside' ? 'overlaps' : relation;
  return { ...region, ofCircle: (circle) => weaken(region.ofCircle(circle)) };
}
