import { placedFor } from '../core/cube/mark-level.ts';
import type { RowGroups } from '../core/cube/row-groups.ts';
import { isArea, PLACE_PRECISIONS, PRECISION_RADIUS_METERS } from '../core/incident/incident.ts';
import { kindAt, precisionAt, type Row } from '../core/incident/incident-table.ts';
import type {
  LoneSign,
  MapScene,
  SceneArea,
  SceneEmphasis,
  SceneHalo,
  SceneShapes,
} from '../core/view/map-scene.ts';
import type { MapCamera } from './camera.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { Pointed } from './pointed.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** What the shapes are counted by: one group of rows for every shape, in its order. */
type ShapeRows = {
  readonly shapes: SceneShapes;
  readonly haloRows: readonly (readonly Row[])[];
  readonly areaRows: readonly (readonly Row[])[];
  readonly rings: RowGroups;
  readonly marks: RowGroups;
  readonly halos: RowGroups;
  readonly areas: RowGroups;
};

const FIRST_ZOOM = 7;

/** Positions of the groups that hold one of the rows. */
function groupsWith(
  groups: readonly (readonly Row[])[],
  rows: ReadonlySet<Row>,
): ReadonlySet<number> {
  return new Set(
    groups.flatMap((group, position) => (group.some((row) => rows.has(row)) ? [position] : [])),
  );
}

/** The scene that the map draws: shapes per filter and zoom level, counts per window. */
export class Scene {
  readonly #shown: Shown;
  readonly current: MapScene;

  constructor(
    shown: Shown,
    timeline: Timeline,
    camera: MapCamera,
    panel: Panel,
    pointed: Pointed,
    settings: Settings,
  ) {
    this.#shown = shown;
    const whole = $derived(shown.index.marksAt(camera.now?.zoom ?? FIRST_ZOOM));
    const level = $derived(placedFor(shown.table, whole, timeline.restingSpan));
    const counted = $derived(this.#shapeRows(level));
    const emphasis = $derived(this.#emphasis(counted, panel.state, pointed.rows));
    this.current = $derived.by(() => {
      const { span } = timeline;
      const { shapes, rings, marks, halos, areas } = counted;
      return {
        shapes,
        counts: {
          rings: rings.count(span),
          marks: marks.count(span),
          halos: halos.count(span),
          areas: areas.count(span),
        },
        isMoving: timeline.isMoving,
        loneSignOf: (mark: number) => this.#loneSign(shapes.level.marks[mark]?.rows ?? [], span),
        emphasis,
        theme: settings.theme,
      };
    });
  }

  #shapeRows(level: SceneShapes['level']): ShapeRows {
    const { index, table } = this.#shown;
    const seriesRows = this.#shown.passing.filter(
      (row) => kindAt(table, row) === 'series' && !isArea(precisionAt(table, row)),
    );
    const haloRows = [...index.halos.map((halo) => halo.rows), ...seriesRows.map((row) => [row])];
    const drawnAreas = index.areas.flatMap((group) => {
      const known = this.#shown.data.areas.find(
        (area) => area.name === group.name || area.also.includes(group.name),
      );
      return known ? [{ group, area: { name: group.name, shape: known.shape } }] : [];
    });
    const areas: readonly SceneArea[] = drawnAreas.map(({ area }) => area);
    const areaRows = drawnAreas.map(({ group }) => group.rows);
    return {
      shapes: { level, halos: haloRows.map((rows) => this.#halo(rows[0] ?? 0)), areas },
      haloRows,
      areaRows,
      rings: index.groups(level.rings.map((ring) => ring.rows)),
      marks: index.groups(level.marks.map((mark) => mark.rows)),
      halos: index.groups(haloRows),
      areas: index.groups(areaRows),
    };
  }

  #halo(row: Row): SceneHalo {
    const { table } = this.#shown;
    const precision = PLACE_PRECISIONS[table.precision[row] ?? 0] ?? 'district';
    const radiusMeters =
      precision === 'site' || precision === 'town' || precision === 'district'
        ? PRECISION_RADIUS_METERS[precision]
        : PRECISION_RADIUS_METERS.district;
    return {
      lon: table.lon[row] ?? 0,
      lat: table.lat[row] ?? 0,
      radiusMeters,
      precision,
      series: kindAt(table, row) === 'series' ? this.#shown.incident(row).id : undefined,
    };
  }

  /** The open record, or else the open group; and what the pointer is on. */
  #emphasis(
    { shapes, haloRows, areaRows }: ShapeRows,
    { incident, group }: Panel['state'],
    pointed: readonly Row[],
  ): SceneEmphasis {
    const row = incident === undefined ? undefined : this.#shown.rowOf(incident);
    const inGroup = group && row === undefined ? (this.#shown.rowsOfGroup(group) ?? []) : [];
    const rows = new Set([...(row === undefined ? [] : [row]), ...pointed]);
    const mark =
      group?.kind === 'mark' && row === undefined
        ? shapes.level.marks.find((one) => one.rows.some((held) => inGroup.includes(held)))
        : undefined;
    const record = row === undefined ? undefined : this.#shown.incident(row);
    const place = record && !isArea(record.place.precision) ? record.place : undefined;
    return {
      halos: groupsWith(haloRows, rows),
      areas:
        record && !place
          ? new Set([shapes.areas.findIndex(({ name }) => name === this.#shown.areaOf(row ?? 0))])
          : groupsWith(areaRows, rows),
      mark: mark?.id,
      place: place && { lon: place.lon, lat: place.lat },
    };
  }

  #loneSign(rows: readonly Row[], span: Timeline['span']): LoneSign | undefined {
    const { certain } = this.#shown.index.rowsIn(rows, span);
    const [row] = certain;
    if (row === undefined || certain.length > 1) return undefined;
    return { weapon: this.#shown.incident(row).weapon };
  }
}
