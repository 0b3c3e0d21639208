import { IncidentCube } from '../../../../src/core/cube/incident-cube.ts';
import { MarkCounter } from '../../../../src/core/cube/mark-counter.ts';
import type { MarkView, ViewQuestion } from '../../../../src/core/cube/mark-view.ts';
import { NO_FILTER } from '../../../../src/core/filter/filter.ts';
import type { IncidentTable } from '../../../../src/core/incident/incident-table.ts';
import { TARGETS } from '../../../../src/core/incident/incident.ts';
import { UNINTERRUPTED } from '../../../../src/core/task.ts';
import type { Span } from '../../../../src/core/time/span.ts';
import type { MapScene } from '../../../../src/core/view/map-scene.ts';

export const EVERYTHING = NO_FILTER;
export const ALL_ON = new Uint8Array(TARGETS.length).fill(1);

export const cubeOf = (table: IncidentTable): IncidentCube =>
  new IncidentCube(table, [], () => undefined);

/** The marks of a table, as the worker would answer. */
export async function viewOf(
  table: IncidentTable,
  question: Partial<ViewQuestion> = {},
  filter = EVERYTHING,
): Promise<MarkView> {
  const asked = { zoom: 7, extent: undefined, window: table.period, held: undefined, ...question };
  return await cubeOf(table).view(filter, asked, UNINTERRUPTED);
}

/** A scene of the marks of a table in a window, and of nothing else. */
export async function sceneOf(table: IncidentTable, window: Span): Promise<MapScene> {
  const view = await viewOf(table, { window });
  const none = new Uint32Array(0);
  return {
    shapes: {
      view,
      halos: [],
      areas: [],
      looks: TARGETS.map((_, look) => look),
      home: undefined,
      outlines: [],
    },
    counts: {
      ...new MarkCounter(view).count(window, ALL_ON),
      halos: new Uint8Array(0),
      outlines: new Uint8Array(0),
      areas: { certain: none, possible: none },
    },
    isMoving: false,
    details: view.details,
    emphasis: { halos: new Set(), areas: new Set(), mark: undefined, place: undefined },
    theme: 'light',
  };
}
