import { MarkCounter } from '../core/index/mark-counter.ts';
import type { MarkView } from '../core/index/mark-view.ts';
import { countIntervals, newCounts, type GroupCounts } from '../core/index/interval-index.ts';
import type { NamedArea } from '../core/place/named-area.ts';
import { isArea } from '../core/place/place.ts';
import { IMPORTED_PRECISIONS, radiusMetersOf, type KnownPlace } from '../core/place/precision.ts';
import { overlaps, sameRange, type TimeRange } from '../core/time/time-range.ts';
import type {
  MapModel,
  ModelArea,
  ModelCounts,
  ModelEmphasis,
  ModelHalo,
  ModelHalos,
  ModelShare,
  ModelShapes,
} from '../core/model/map-model.ts';
import { mappedShares } from '../core/records/mapped-shares.ts';
import type { StreetMap } from '../core/model/street-map.ts';
import { homeOf } from './camera.svelte.ts';
import type { Comparing } from './comparing.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { Hovered } from './hovered.svelte.ts';
import type { Settings } from './settings.svelte.ts';
import type { ShareShading } from './share-shading.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

const NO_SHARES: readonly ModelShare[] = [];
const NO_AREAS: readonly NamedArea[] = [];

/** No circle where an area is known, or where nobody says how precise the point is. */
function halosAt({ lon, lat, precision }: KnownPlace): readonly ModelHalo[] {
  const radiusMeters = radiusMetersOf(precision);
  return radiusMeters === undefined ? [] : [{ lon, lat, precision, radiusMeters }];
}

const halosOf = ({ halos }: MarkView): readonly ModelHalo[] =>
  Array.from({ length: halos.length }, (_, i) => {
    const precision = IMPORTED_PRECISIONS[halos.precision[i] ?? 0] ?? 'wide';
    return {
      lon: halos.lon[i] ?? 0,
      lat: halos.lat[i] ?? 0,
      precision,
      radiusMeters: radiusMetersOf(precision) ?? 0,
    };
  });

/**
 * Circles of the view's places, whose time ranges are counted; then the open record's, unless it is one of
 * them: a series, which no mark holds, or an incident that the filter leaves out.
 */
class HaloParts {
  readonly circles: readonly ModelHalo[];
  readonly #view: MarkView;
  readonly #counts: GroupCounts;
  readonly #isInWindow: Uint8Array;

  constructor(view: MarkView, openPlace: KnownPlace | undefined) {
    const ofPlaces = halosOf(view);
    const isDrawn = (place: KnownPlace): boolean =>
      ofPlaces.some(
        ({ lon, lat, precision }) =>
          lon === place.lon && lat === place.lat && precision === place.precision,
      );
    const isOpenMissing = openPlace && !isArea(openPlace.precision) && !isDrawn(openPlace);
    this.#view = view;
    this.circles = [...ofPlaces, ...(isOpenMissing ? halosAt(openPlace) : [])];
    this.#counts = newCounts(view.halos.length);
    this.#isInWindow = new Uint8Array(this.circles.length).fill(1);
  }

  /** Those that touch any of the windows; the same array at every call, in another object. */
  in(windows: readonly TimeRange[]): ModelHalos {
    const { length, spans } = this.#view.halos;
    const { certain, possible } = this.#counts;
    this.#isInWindow.fill(0, 0, length);
    for (const window of windows) {
      countIntervals(spans, window, this.#counts);
      for (let i = 0; i < length; i++)
        if ((certain[i] ?? 0) + (possible[i] ?? 0) > 0) this.#isInWindow[i] = 1;
    }
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
    shading: ShareShading,
    comparing: Comparing,
    streets: () => readonly StreetMap[],
  ) {
    this.#shown = shown;
    const open = $derived.by(() => {
      const { record } = panel;
      return record && shown.records.named(record);
    });
    const styleIndexes = $derived(shown.data.layers.map(({ styleIndex }) => styleIndex));
    const areas = $derived(this.#areas());
    const view = $derived(shown.view?.view);
    const shapes = $derived.by((): ModelShapes | undefined => {
      const { home, zoomLimit, outlines } = shown.data;
      return view && { view, areas, styleIndexes, home: home && homeOf(home, zoomLimit), outlines };
    });
    const haloParts = $derived(view && new HaloParts(view, open?.place));
    // Marks show both periods that are compared: so do circles and outlines.
    const windows = $derived(comparing.windows);
    const halos = $derived(haloParts?.in(windows));
    const counter = $derived(view && new MarkCounter(view, styleIndexes, shown.hasOutcomes));
    const first = $derived(counter && { ...counter.count(timeline.span, shown.isOn) });
    const counts = $derived.by((): ModelCounts | undefined => {
      if (!first || !shapes) return undefined;
      return {
        ...first,
        second: comparing.current?.marks,
        outlines: Uint8Array.from(shapes.outlines, (outline) =>
          shown.isOn[outline.layer] === 1 && windows.some((one) => overlaps(outline.span, one))
            ? 1
            : 0,
        ),
      };
    });
    const details = $derived(
      shown.view && sameRange(timeline.span, shown.view.window)
        ? shown.view.view.details
        : undefined,
    );
    const openGroup = $derived.by(() => {
      const { group, incident } = panel.state;
      return incident === undefined ? group : undefined;
    });
    const openMark = $derived(openGroup && shown.queries.markOf(openGroup));
    // A mark does not hold a record that is outside of all windows.
    const recordMark = $derived(
      open && windows.some((one) => overlaps(open.span, one))
        ? shown.queries.markOfOpenRecord
        : undefined,
    );
    const openArea = $derived(openGroup?.kind === 'area' ? openGroup.name : open?.area);
    const emphasis = $derived(
      shapes &&
        haloParts &&
        emphasisOf(shapes, haloParts.circles, {
          mark: openMark,
          recordMark,
          area: openArea,
          place: open?.place,
          hovered: hovered.target,
        }),
    );
    const shares = $derived.by(() => {
      const { shade } = shading;
      return shade && shown.isBundledAlone ? this.#shares(shade) : NO_SHARES;
    });
    const subject = $derived(shown.isBundledOn ? shown.data.areas : NO_AREAS);
    this.current = $derived(
      shapes && halos && counts && emphasis
        ? {
            shapes,
            halos,
            counts,
            isMoving: timeline.isMoving || comparing.current?.second.isMoving === true,
            details,
            emphasis,
            shares,
            subject,
            streets: streets(),
            theme: settings.theme,
          }
        : undefined,
    );
  }

  /** Of all days and layers, whatever the window and the filter are: so are the numbers of the monitor. */
  #shares(shade: NonNullable<ShareShading['shade']>): readonly ModelShare[] {
    const { governorates } = mappedShares(this.#shown.info) ?? { governorates: [] };
    return shade(governorates, this.#shown.data.areas);
  }

  /** Areas that have a shape. */
  #areas(): readonly ModelArea[] {
    const { areaNames, areas, worldAreas } = this.#shown.data;
    const world = new Map(worldAreas.map((area) => [area.name, area]));
    return areaNames.flatMap((name) => {
      const own = areas.find((area) => area.name === name || area.also.includes(name));
      const known = own ?? world.get(name);
      if (!known) return [];
      const { shape, outline = shape, kind } = known;
      return [{ name, shape, outline, isHatched: kind !== 'country' }];
    });
  }
}

/** What is open, and what the pointer is on. */
type Emphasised = {
  /** The mark whose group is open. */
  readonly mark: number | undefined;
  /** The mark that holds the open record. */
  readonly recordMark: number | undefined;
  /** The area whose group, or a record of which, is open. */
  readonly area: string | undefined;
  /** Of the open record. */
  readonly place: KnownPlace | undefined;
  readonly hovered: Hovered['target'];
};

function emphasisOf(
  { view, areas }: ModelShapes,
  circles: readonly ModelHalo[],
  { mark, recordMark, area, place, hovered }: Emphasised,
): ModelEmphasis {
  const hoveredMark = hovered?.kind === 'mark' ? view.marks.row.indexOf(hovered.row) : undefined;
  const ofTable =
    hovered?.kind === 'mark' && hovered.isOfTable && hoveredMark !== -1 ? hoveredMark : undefined;
  const isOpen = ({ lon, lat, precision }: ModelHalo): boolean =>
    place?.lon === lon && place.lat === lat && place.precision === precision;
  const emphasised = circles.flatMap((halo, i) => {
    const ofMark = view.halos.mark[i];
    const isOfMark = ofMark !== undefined && (ofMark === mark || ofMark === hoveredMark);
    return isOfMark || isOpen(halo) ? [i] : [];
  });
  const names = new Set([area, hovered?.kind === 'area' ? hovered.name : undefined]);
  return {
    halos: new Set(emphasised),
    areas: new Set(areas.flatMap(({ name }, i) => (names.has(name) ? [i] : []))),
    mark: ofTable ?? mark ?? recordMark,
  };
}
