import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { MarkDetails, MarkView } from '../cube/mark-view.ts';
import { SEVERAL_LAYERS } from '../cube/mark-rings.ts';
import type { GroupCounts } from '../cube/span-groups.ts';
import { TARGETS } from '../incident/incident.ts';
import type { Bounds } from '../place/bounds.ts';
import type { FilePrecision } from '../reading/precision.ts';
import type { Span } from '../time/span.ts';

export type Theme = 'light' | 'dark';

/** A circle of what the sources know: the true place lies somewhere inside. */
export type SceneHalo = {
  readonly lon: number;
  readonly lat: number;
  readonly radiusMeters: number;
  readonly precision: FilePrecision;
  /** The id of the series that the circle stands for; such a circle is never counted. */
  readonly series: string | undefined;
};

/** A line or an area of a file row, drawn as the file has it. */
export type SceneOutline = {
  readonly shape: Geometry;
  readonly layer: number;
  readonly span: Span;
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
  /** Colour and sign of each layer, by its position. */
  readonly looks: readonly number[];
  /** What the home view shows; undefined where nothing has a place. */
  readonly home: Bounds | undefined;
  /** Lines and areas that file rows stand for beside their marks. */
  readonly outlines: readonly SceneOutline[];
};

/** The look of what stands for several layers: one more than those of single ones. */
const SEVERAL_LOOK = TARGETS.length;

export const lookOf = ({ looks }: Pick<SceneShapes, 'looks'>, layer: number): number =>
  layer === SEVERAL_LAYERS ? SEVERAL_LOOK : (looks[layer] ?? SEVERAL_LOOK);

/** Counts of the window, by position in `SceneShapes`. Only feature states follow from them. */
type SceneCounts = {
  /** What is certainly in the window, by ring. */
  readonly rings: Uint32Array;
  readonly marks: GroupCounts;
  /** What a mark has in the window, possibly or certainly, in the order of the legend. */
  readonly layersOf: (mark: number) => readonly number[];
  /** 1 for a halo of something that touches the window. */
  readonly halos: Uint8Array;
  readonly areas: GroupCounts;
  /** 1 for an outline whose row touches the window and whose layer is on. */
  readonly outlines: Uint8Array;
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
