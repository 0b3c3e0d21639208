import type { MultiPolygon, Polygon } from 'geojson';
import type { MarkDetails, MarkView } from '../cube/mark-view.ts';
import type { GroupCounts } from '../cube/span-groups.ts';
import type { PlacePrecision } from '../incident/incident.ts';

export type Theme = 'light' | 'dark';

/** A circle of what the sources know: the true place lies somewhere inside. */
export type SceneHalo = {
  readonly lon: number;
  readonly lat: number;
  readonly radiusMeters: number;
  readonly precision: PlacePrecision;
  /** The id of the series that the circle stands for; such a circle is never counted. */
  readonly series: string | undefined;
};

/** A governorate or region that stands for incidents without a point. */
export type SceneArea = {
  readonly name: string;
  readonly shape: Polygon | MultiPolygon;
};

/**
 * The geometry of the marks. It changes with zoom level, extent and filter, and when the window comes
 * to rest; never while it moves. A new object means new features.
 */
export type SceneShapes = {
  readonly view: MarkView;
  readonly halos: readonly SceneHalo[];
  readonly areas: readonly SceneArea[];
};

/** Counts of the window, by position in `SceneShapes`. Only feature states follow from them. */
export type SceneCounts = {
  /** What is certainly in the window, by ring. */
  readonly rings: Uint32Array;
  readonly marks: GroupCounts;
  /** What a mark has in the window, possibly or certainly, in the order of `TARGETS`. */
  readonly layersOf: (mark: number) => readonly number[];
  /** 1 for a halo of something that touches the window. */
  readonly halos: Uint8Array;
  readonly areas: GroupCounts;
};

/** What stands out: the halos and areas of what is open or pointed at, by position. */
export type SceneEmphasis = {
  readonly halos: ReadonlySet<number>;
  readonly areas: ReadonlySet<number>;
  /** The mark whose group is open. */
  readonly mark: number | undefined;
  /** The place of the record that is open. */
  readonly place: { readonly lon: number; readonly lat: number } | undefined;
};

/** Plain description of what the map must show; made by state, drawn by the map. */
export type MapScene = {
  readonly shapes: SceneShapes;
  readonly counts: SceneCounts;
  /** While the window moves, what needs layout (numbers, signs) waits. */
  readonly isMoving: boolean;
  /** Words and signs of the marks; undefined while they are those of another window. */
  readonly details: MarkDetails | undefined;
  readonly emphasis: SceneEmphasis;
  readonly theme: Theme;
};
