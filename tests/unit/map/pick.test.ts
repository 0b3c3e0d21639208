import { describe, expect, it } from 'vitest';
import { IncidentIndex } from '../../../src/core/cube/incident-index.ts';
import { markRadius } from '../../../src/core/cube/mark-radius.ts';
import { allRows, incidentTable } from '../../../src/core/incident/incident-table.ts';
import type { MapScene } from '../../../src/core/view/map-scene.ts';
import { pickMark } from '../../../src/map/pick.ts';
import { madeUp, PERIOD } from '../core/made-up-incidents.ts';

const at = (id: string, lon: number) => ({
  incident: madeUp({ id, place: { ...madeUp().place, lon } }),
  span: PERIOD,
});

function sceneOf(window: typeof PERIOD): MapScene {
  const table = incidentTable([at('a', 44), at('b', 44), at('c', 48)]);
  const index = new IncidentIndex(table, allRows(table));
  const level = index.marksAt(7);
  const empty = index.groups([]).count(window);
  return {
    shapes: { level, halos: [], areas: [] },
    counts: {
      marks: index.groups(level.marks.map((mark) => mark.rows)).count(window),
      rings: index.groups(level.rings.map((ring) => ring.rows)).count(window),
      halos: empty,
      areas: empty,
    },
    isMoving: false,
    loneSignOf: () => undefined,
    emphasis: { halos: new Set(), areas: new Set(), mark: undefined, place: undefined },
    theme: 'light',
  };
}

/** A made-up projection: a hundred pixels a degree. */
const project = (lon: number) => ({ x: (lon - 40) * 100, y: 0 });

describe('picking a mark', () => {
  const scene = sceneOf(PERIOD);
  const radius = markRadius(2, 7);

  it('finds the mark whose drawn disc holds the point', () => {
    expect(pickMark(scene, { x: 400 + radius - 1, y: 0 }, 0, project)).toBe(0);
    expect(pickMark(scene, { x: 800, y: 0 }, 0, project)).toBe(1);
  });

  it('reaches as far beyond the edge as it is told, and no further', () => {
    expect(pickMark(scene, { x: 400 + radius + 5, y: 0 }, 6, project)).toBe(0);
    expect(pickMark(scene, { x: 400 + radius + 5, y: 0 }, 4, project)).toBeUndefined();
  });

  it('finds nothing where the window leaves nothing drawn', () => {
    const later = sceneOf({ from: PERIOD.to, to: PERIOD.to + 10 });
    expect(pickMark(later, { x: 400, y: 0 }, 5, project)).toBeUndefined();
  });
});
