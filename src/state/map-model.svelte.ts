import { MarkCounter } from '../core/index/mark-counter.ts';
import type { MarkView } from '../core/index/mark-view.ts';
import { countIntervals, newCounts, type GroupCounts } from '../core/index/interval-index.ts';
import { isArea } from '../core/place/place.ts';
import type { IncidentRecord } from '../core/records/incident-record.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf, type KnownPlace } from '../core/place/precision.ts';
import { overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import type {
  MapModel,
  ModelArea,
  ModelCounts,
  ModelEmphasis,
  ModelHalo,
  ModelHalos,
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

/** Circles of the view's places, whose time ranges are counted, and circles that are not. */
class HaloParts {
  readonly circles: readonly ModelHalo[];
  readonly #view: MarkView;
  readonly #aggregates: readonly AggregateHalo[];
  readonly #counts: GroupCounts;
  readonly #isInWindow: Uint8Array;

  constructor(
    view: MarkView,
    aggregates: readonly IncidentRecord[],
    openPlace: KnownPlace | undefined,
  ) {
    const ofPlaces = halosOf(view);
    const series = aggregates.filter(({ row }) => view.series.includes(row));
    const isDrawn = (place: KnownPlace): boolean =>
      ofPlaces.some(
        ({ lon, lat, precision }) =>
          lon === place.lon && lat === place.lat && precision === place.precision,
      );
    const isOpenMissing = openPlace && !isArea(openPlace.precision) && !isDrawn(openPlace);
    this.#view = view;
    this.#aggregates = [
      ...series.flatMap((recorded) => {
        const { id, place, span } = recorded;
        return place ? halosAt(place, id).map((halo) => ({ halo, span })) : [];
      }),
      ...(isOpenMissing ? halosAt(openPlace).map((halo) => ({ halo, span: undefined })) : []),
    ];
    this.circles = [...ofPlaces, ...this.#aggregates.map(({ halo }) => halo)];
    this.#counts = newCounts(view.halos.length);
    this.#isInWindow = new Uint8Array(this.circles.length);
  }

  /** Those that touch a window; the same array at every call, in another object. */
  in(window: TimeRange): ModelHalos {
    const { length, spans } = this.#view.halos;
    const { certain, possible } = this.#counts;
    countIntervals(spans, window, this.#counts);
    for (let i = 0; i < length; i++)
      this.#isInWindow[i] = (certain[i] ?? 0) + (possible[i] ?? 0) > 0 ? 1 : 0;
    this.#aggregates.forEach(({ span }, i) => {
      this.#isInWindow[length + i] = !span || overlaps(span, window) ? 1 : 0;
    });
    return { circles: this.circles, isInWindow: this.#isInWindow };
  }
}

/**
 * The model that the map draws. Each part follows from its own causes: shapes from an answer of the
 * worker, counts from the window, emphasis from what is open or pointed at. A hover makes a new
 * emphasis and nothing else.
 */
export class MapModelState {
  readonly #shown: Shown;
  /** Undefined until the first marks are there. */
  readonly current: MapModel | undefined;

  constructor(
    shown: Shown,
    timeline: Timeline,
    panel: Panel,
    hovered: Hovered,
    settings: Settings,
  ) {
    this.#shown = shown;
    const open = $derived.by(() => {
      const { record } = panel;
      return record && shown.records.named(record);
    });
    const styleIndexes = $derived(shown.data.layers.map(({ styleIndex }) => styleIndex));
    const drawnAreas = $derived(this.#areas());
    const areas = $derived(drawnAreas.map(({ area }) => area));
    const view = $derived(shown.view?.view);
    const shapes = $derived.by((): ModelShapes | undefined => {
      const { bounds, outlines } = shown.data;
      return view && { view, areas, styleIndexes, home: bounds && homeOf(bounds), outlines };
    });
    const haloParts = $derived(view && new HaloParts(view, shown.data.aggregates, open?.place));
    const halos = $derived(haloParts?.in(timeline.span));
    const counter = $derived(view && new MarkCounter(view, styleIndexes));
    const counts = $derived.by((): ModelCounts | undefined => {
      if (!counter || !shapes) return undefined;
      const { span } = timeline;
      return {
        ...counter.count(span, shown.isOn),
        outlines: Uint8Array.from(shapes.outlines, (outline) =>
          shown.isOn[outline.layer] === 1 && overlaps(outline.span, span) ? 1 : 0,
        ),
        areas: {
          certain: Uint32Array.from(drawnAreas, ({ at }) => shown.areaTotals[at]?.certain ?? 0),
          possible: Uint32Array.from(drawnAreas, ({ at }) => shown.areaTotals[at]?.possible ?? 0),
        },
      };
    });
    const details = $derived(
      shown.view && sameRange(timeline.span, shown.view.window)
        ? shown.view.view.details
        : undefined,
    );
    const openMark = $derived.by(() => {
      const { group, incident } = panel.state;
      return group && incident === undefined ? shown.queries.markOf(group) : undefined;
    });
    const emphasis = $derived(
      shapes && haloParts && emphasisOf(shapes, haloParts.circles, openMark, open, hovered.target),
    );
    this.current = $derived(
      shapes && halos && counts && emphasis
        ? {
            shapes,
            halos,
            counts,
            isMoving: timeline.isMoving,
            details,
            emphasis,
            theme: settings.theme,
          }
        : undefined,
    );
  }

  /** Areas that have a shape, and where their counts are. */
  #areas(): readonly { readonly area: ModelArea; readonly at: number }[] {
    const { areaNames, areas } = this.#shown.data;
    return areaNames.flatMap((name, at) => {
      const known = areas.find((area) => area.name === name || area.also.includes(name));
      return known ? [{ area: { name, shape: known.shape }, at }] : [];
    });
  }
}

/** The open record, or else the open group; and what the pointer is on. */
function emphasisOf(
  { view, areas }: ModelShapes,
  circles: readonly ModelHalo[],
  openMark: number | undefined,
  open: IncidentRecord | undefined,
  at: Hovered['target'],
): ModelEmphasis {
  const openPlace = open?.place;
  const hoveredMark = at?.kind === 'mark' ? view.marks.row.indexOf(at.row) : -1;
  const isOpen = ({ lon, lat, precision }: ModelHalo): boolean =>
    openPlace?.lon === lon && openPlace.lat === lat && openPlace.precision === precision;
  const emphasised = circles.flatMap((halo, i) => {
    const isHovered =
      at?.kind === 'series'
        ? halo.series === at.incident
        : hoveredMark !== -1 && view.halos.mark[i] === hoveredMark;
    return isHovered || isOpen(halo) ? [i] : [];
  });
  const openArea = open?.area;
  const names = new Set([openArea, at?.kind === 'area' ? at.name : undefined]);
  const place = openPlace && !isArea(openPlace.precision) ? openPlace : undefined;
  return {
    halos: new Set(emphasised),
    areas: new Set(areas.flatMap(({ name }, i) => (names.has(name) ? [i] : []))),
    mark: openMark,
    place: place && { lon: place.lon, lat: place.lat },
  };
}
