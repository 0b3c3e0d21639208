import { MarkCounter } from '../core/cube/mark-counter.ts';
import type { MarkView } from '../core/cube/mark-view.ts';
import { countSpans, newCounts, type GroupCounts } from '../core/cube/span-groups.ts';
import { isArea } from '../core/incident/incident.ts';
import { areaOf, incidentOf, placeOf, type Recorded } from '../core/incident/recorded.ts';
import { FILE_PRECISIONS, radiusMetersOf, type KnownPlace } from '../core/reading/precision.ts';
import { overlaps, sameSpan, type Span } from '../core/time/span.ts';
import type {
  MapScene,
  SceneArea,
  SceneEmphasis,
  SceneHalo,
  SceneShapes,
} from '../core/view/map-scene.ts';
import { homeOf } from './camera.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { Pointed } from './pointed.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** A circle that stands for no counted incident: a series, or the open record's place. */
type ApartHalo = { readonly halo: SceneHalo; readonly span: Span | undefined };

type Counted = {
  readonly shapes: SceneShapes;
  readonly apart: readonly ApartHalo[];
  readonly marks: MarkCounter;
  readonly haloCounts: GroupCounts;
  readonly halos: Uint8Array;
};

/** No circle where an area is known, or where nobody says how precise the point is. */
function halosAt({ lon, lat, precision }: KnownPlace, series?: string): readonly SceneHalo[] {
  const radiusMeters = radiusMetersOf(precision);
  return radiusMeters === undefined ? [] : [{ lon, lat, precision, radiusMeters, series }];
}

const halosOf = ({ halos }: MarkView): readonly SceneHalo[] =>
  Array.from({ length: halos.length }, (_, i) => {
    const precision = FILE_PRECISIONS[halos.precision[i] ?? 0] ?? 'wide';
    return {
      lon: halos.lon[i] ?? 0,
      lat: halos.lat[i] ?? 0,
      precision,
      radiusMeters: radiusMetersOf(precision) ?? 0,
      series: undefined,
    };
  });

/** The scene that the map draws: shapes per answer of the worker, counts per window. */
export class Scene {
  readonly #shown: Shown;
  /** Undefined until the first marks are there. */
  readonly current: MapScene | undefined;

  constructor(
    shown: Shown,
    timeline: Timeline,
    panel: Panel,
    pointed: Pointed,
    settings: Settings,
  ) {
    this.#shown = shown;
    const open = $derived.by(() => {
      const { incident } = panel.state;
      return incident === undefined ? undefined : shown.records.withId(incident);
    });
    const looks = $derived(shown.data.layers.map(({ look }) => look));
    const drawnAreas = $derived(this.#areas());
    const areas = $derived(drawnAreas.map(({ area }) => area));
    const counted = $derived.by(() => {
      const { view } = shown.view ?? {};
      return view && this.#counted(view, areas, looks, open && placeOf(open));
    });
    const emphasis = $derived(counted && this.#emphasis(counted, panel.state, open, pointed.at));
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
        details: sameSpan(span, shown.view.window) ? shapes.view.details : undefined,
        emphasis,
        theme: settings.theme,
      };
    });
  }

  /** Areas that have a shape, and where their counts stand. */
  #areas(): readonly { readonly area: SceneArea; readonly at: number }[] {
    const { areaNames, areas } = this.#shown.data;
    return areaNames.flatMap((name, at) => {
      const known = areas.find((area) => area.name === name || area.also.includes(name));
      return known ? [{ area: { name, shape: known.shape }, at }] : [];
    });
  }

  #counted(
    view: MarkView,
    areas: readonly SceneArea[],
    looks: readonly number[],
    openPlace: KnownPlace | undefined,
  ): Counted {
    const ofPlaces = halosOf(view);
    const isDrawn = (place: KnownPlace): boolean =>
      ofPlaces.some(
        ({ lon, lat, precision }) =>
          lon === place.lon && lat === place.lat && precision === place.precision,
      );
    const series = this.#shown.data.apart.filter(({ row }) => view.series.includes(row));
    const isOpenMissing = openPlace && !isArea(openPlace.precision) && !isDrawn(openPlace);
    const apart: readonly ApartHalo[] = [
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
      shapes: { view, halos, areas, looks, home: bounds && homeOf(bounds), outlines },
      apart,
      marks: new MarkCounter(view),
      haloCounts: newCounts(view.halos.length),
      halos: new Uint8Array(halos.length),
    };
  }

  /** The same array at every call. */
  #halosIn({ shapes, apart, haloCounts, halos }: Counted, window: Span): Uint8Array {
    const { length, spans } = shapes.view.halos;
    countSpans(spans, window, haloCounts);
    for (let i = 0; i < length; i++)
      halos[i] = (haloCounts.certain[i] ?? 0) + (haloCounts.possible[i] ?? 0) > 0 ? 1 : 0;
    apart.forEach(({ span }, i) => {
      halos[length + i] = !span || overlaps(span, window) ? 1 : 0;
    });
    return halos;
  }

  /** The open record, or else the open group; and what the pointer is on. */
  #emphasis(
    { shapes: { view, halos, areas } }: Counted,
    { incident, group }: Panel['state'],
    open: Recorded | undefined,
    at: Pointed['at'],
  ): SceneEmphasis {
    const openPlace = open && placeOf(open);
    const pointedMark = at?.kind === 'mark' ? view.marks.row.indexOf(at.row) : -1;
    const isOpen = ({ lon, lat, precision }: SceneHalo): boolean =>
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
      mark: isGroupOpen ? view.holding : undefined,
      place: place && { lon: place.lon, lat: place.lat },
    };
  }
}
