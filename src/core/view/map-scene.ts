import type { MultiPolygon, Polygon } from 'geojson';
import type { MarkLevel } from '../cube/mark-level.ts';
import type { GroupCounts } from '../cube/row-groups.ts';
import type { PlacePrecision, Weapon } from '../incident/incident.ts';

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

/** What is drawn inside a mark when its only incident in the window is known. */
export type LoneSign = { readonly weapon: Weapon | null };

/**
 * The geometry of the marks. It changes with zoom level and filter, and when the window comes to
 * rest; never while it moves. A new object means new features.
 */
export type SceneShapes = {
  readonly level: MarkLevel;
  readonly halos: readonly SceneHalo[];
  readonly areas: readonly SceneArea[];
};

/** Counts of the window, by position in `SceneShapes`. Only feature states follow from them. */
export type SceneCounts = {
  readonly rings: GroupCounts;
  readonly marks: GroupCounts;
  readonly halos: GroupCounts;
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
  /** The sign of a mark with one incident in the window; asked when the window rests. */
  readonly loneSignOf: (mark: number) => LoneSign | undefined;
  readonly emphasis: SceneEmphasis;
  readonly theme: Theme;
};
