import { MarkCounter } from '../core/index/mark-counter.ts';
import type { MarkView } from '../core/index/mark-view.ts';
import { countIntervals, newCounts, type GroupCounts } from '../core/index/interval-index.ts';
import { isArea } from '../core/place/place.ts';
import {
  areaOf,
  incidentOf,
  placeOf,
  type IncidentRecord,
} from '../core/records/incident-record.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf, type KnownPlace } from '../core/place/precision.ts';
import { overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import type {
  MapModel,
  ModelArea,
  ModelEmphasis,
  ModelHalo,
  ModelShapes,
} from '../core/model/map-model.ts';
import { homeOf } from './camera.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { Hovered } from './hovered.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** A circle that represents no counted incident: a series, or the open record's place. */
type AggregateHalo = { readonly halo: ModelHalo; readonly span: TimeRange | undefined };

type ModelParts = {
  readonly shapes: ModelShapes;
  readonly apart: readonly AggregateHalo[];
  readonly marks: MarkCounter;
  readonly haloCounts: GroupCounts;
  readonly halos: Uint8Array;
};

/** No circle where an area is known, or where nobody says how precise the point is. */
function halosAt({ lon, lat, precision }: KnownPlace, series?: string): readonly ModelHalo[] {
  const radiusMeters = radiusMetersOf(precision);
  return radiusMeters === undefined ? [] : [{ lon, lat, precision, radiusMeters, series }];
}

const halosOf = ({ halos }: MarkView): readonly ModelHalo[] =>
  Array.from({ length: halos.length }, (_, i) => {
    const precision = IMPORTED_PRECISIONS[halos.precision[i] ?? 0] ?? 'wide';
    return {
      lon: halos.lon[i] ?? 0,
      lat: halos.lat[i] ?? 0,
      precision,
      radiusMeters: radiusMetersOf(precision) ?? 0,
      series: undefined,
    };
  });

/** The model that the map draws: shapes per answer of the worker, counts per window. */
export class MapModelState {
  readonly #shown: Shown;
  /** Undefined until the first marks are there. */
  readonly current: MapModel | undefined;

  constructor(
    shown: Shown,
    timeline: Timeline,
    panel: Panel,
    pointed: Hovered,
    settings: Settings,
  ) {
    this.#shown = shown;
    const open = $derived.by(() => {
      const { incident } = panel.state;
      return incident === undefined ? undefined : shown.records.withId(incident);
    });
    const looks = $derived(shown.data.layers.map(({ styleIndex: look }) => look));
    const drawnAreas = $derived(this.#areas());
    const areas = $derived(drawnAreas.map(({ area }) => area));
    const counted = $derived.by(() => {
      const { view } = shown.view ?? {};
      return view && this.#counted(view, areas, looks, open && placeOf(open));
    });
    const emphasis = $derived(
      counted && this.#emphasis(counted, panel.state, open, pointed.target),
    );
    this.current = $derived.by(() => {
      const { span } = timeline;
      if (!counted || !emphasis || !shown.view) return undefined;
      const { shapes, marks } = counted;
      return {
        shapes,
        counts: {
          ...marks.count(span, shown.isOn),
          halos: this.#halosIn(counted, span),
          outlines: Uint8Array.from(shapes.outlines, (outline) =>
            shown.isOn[outline.layer] === 1 && overlaps(outline.span, span) ? 1 : 0,
          ),
          areas: {
            certain: Uint32Array.from(drawnAreas, ({ at }) => shown.areaTotals[at]?.certain ?? 0),
            possible: Uint32Array.from(drawnAreas, ({ at }) => shown.areaTotals[at]?.possible ?? 0),
          },
        },
        isMoving: timeline.isMoving,
        details: sameRange(span, shown.view.window) ? shapes.view.details : undefined,
        emphasis,
        theme: settings.theme,
      };
    });
  }

  /** Areas that have a shape, and where their counts are. */
  #areas(): readonly { readonly area: ModelArea; readonly at: number }[] {
    const { areaNames, areas } = this.#shown.data;
    return areaNames.flatMap((name, at) => {
      const known = areas.find((area) => area.name === name || area.also.includes(name));
      return known ? [{ area: { name, shape: known.shape }, at }] : [];
    });
  }

  #counted(
    view: MarkView,
    areas: readonly ModelArea[],
    looks: readonly number[],
    openPlace: KnownPlace | undefined,
  ): ModelParts {
    const ofPlaces = halosOf(view);
    const isDrawn = (place: KnownPlace): boolean =>
      ofPlaces.some(
        ({ lon, lat, precision }) =>
          lon === place.lon && lat === place.lat && precision === place.precision,
      );
    const series = this.#shown.data.aggregates.filter(({ row }) => view.series.includes(row));
    const isOpenMissing = openPlace && !isArea(openPlace.precision) && !isDrawn(openPlace);
    const apart: readonly AggregateHalo[] = [
      ...series.flatMap((recorded) => {
        const incident = incidentOf(recorded);
        const { span } = recorded;
        return incident ? halosAt(incident.place, incident.id).map((halo) => ({ halo, span })) : [];
      }),
      ...(isOpenMissing ? halosAt(openPlace).map((halo) => ({ halo, span: undefined })) : []),
    ];
    const { bounds, outlines } = this.#shown.data;
    const halos = [...ofPlaces, ...apart.map(({ halo }) => halo)];
    return {
      shapes: { view, halos, areas, styleIndexes: looks, home: bounds && homeOf(bounds), outlines },
      apart,
      marks: new MarkCounter(view),
      haloCounts: newCounts(view.halos.length),
      halos: new Uint8Array(halos.length),
    };
  }

  /** The same array at every call. */
  #halosIn({ shapes, apart, haloCounts, halos }: ModelParts, window: TimeRange): Uint8Array {
    const { length, spans } = shapes.view.halos;
    countIntervals(spans, window, haloCounts);
    for (let i = 0; i < length; i++)
      halos[i] = (haloCounts.certain[i] ?? 0) + (haloCounts.possible[i] ?? 0) > 0 ? 1 : 0;
    apart.forEach(({ span }, i) => {
      halos[length + i] = !span || overlaps(span, window) ? 1 : 0;
    });
    return halos;
  }

  /** The open record, or else the open group; and what the pointer is on. */
  #emphasis(
    { shapes: { view, halos, areas } }: ModelParts,
    { incident, group }: Panel['state'],
    open: IncidentRecord | undefined,
    at: Hovered['target'],
  ): ModelEmphasis {
    const openPlace = open && placeOf(open);
    const pointedMark = at?.kind === 'mark' ? view.marks.row.indexOf(at.row) : -1;
    const isOpen = ({ lon, lat, precision }: ModelHalo): boolean =>
      openPlace?.lon === lon && openPlace.lat === lat && openPlace.precision === precision;
    const standing = halos.flatMap((halo, i) => {
      const isPointed =
        at?.kind === 'series'
          ? halo.series === at.incident
          : pointedMark !== -1 && view.halos.mark[i] === pointedMark;
      return isPointed || isOpen(halo) ? [i] : [];
    });
    const openArea = open && areaOf(open);
    const names = new Set([openArea, at?.kind === 'area' ? at.name : undefined]);
    const place = openPlace && !isArea(openPlace.precision) ? openPlace : undefined;
    const isGroupOpen = group?.kind === 'mark' && incident === undefined;
    return {
      halos: new Set(standing),
      areas: new Set(areas.flatMap(({ name }, i) => (names.has(name) ? [i] : []))),
      mark: isGroupOpen ? view.markOfSelected : undefined,
      place: place && { lon: place.lon, lat: place.lat },
    };
  }
}
