import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { MarkDetails, MarkView } from '../index/mark-view.ts';
import type { MarkCounts } from '../index/mark-counter.ts';
import type { Bounds } from '../place/bounds.ts';
import type { MappedShare } from '../records/mapped-shares.ts';
import type { NamedArea } from '../place/named-area.ts';
import type { ImportedPrecision } from '../place/precision.ts';
import type { TimeRange } from '../time/time-range.ts';
import type { StreetMap } from './street-map.ts';

export type Theme = 'light' | 'dark';

/** A circle of what the sources know: the true place lies somewhere inside. */
export type ModelHalo = {
  readonly lon: number;
  readonly lat: number;
  readonly radiusMeters: number;
  readonly precision: ImportedPrecision;
};

/** A line or an area of a file row, drawn as the file has it. */
export type ModelOutline = {
  readonly shape: Geometry;
  readonly layer: number;
  readonly span: TimeRange;
};

/** A province, region or country that represents incidents without a point. */
export type ModelArea = {
  readonly name: string;
  /** It is hatched; of a country only the outline is drawn. */
  readonly isHatched: boolean;
  readonly outline: Geometry;
  readonly shape: Polygon | MultiPolygon;
};

/** An outline that is shaded by the share that is mapped of what a monitor counted in it. */
export type ModelShare = {
  /** As the base map names it. */
  readonly name: string;
  readonly shape: Polygon | MultiPolygon;
  /** The governorates that are drawn as this area: one, or more where the base map has no border between them. */
  readonly shares: readonly MappedShare[];
  /** In all of them. */
  readonly mapped: number;
  readonly counted: number;
  /** Opacity of the shade, 0 to 1. */
  readonly shade: number;
};

/**
 * The geometry of the marks. It changes with zoom level, extent and filter, and when the window comes
 * to rest; never while it moves.
 */
export type ModelShapes = {
  readonly view: MarkView;
  readonly areas: readonly ModelArea[];
  /** Colour and sign of each layer, by its position. */
  readonly styleIndexes: readonly number[];
  /** What the home view shows; undefined where nothing has a place. */
  readonly home: Bounds | undefined;
  /** Lines and areas that file rows have in addition to their marks. */
  readonly outlines: readonly ModelOutline[];
};

/** Circles of precision, those of the view first, and which of them touch a window that is shown: 1 for each that does. */
export type ModelHalos = {
  readonly circles: readonly ModelHalo[];
  readonly isInWindow: Uint8Array;
};

/**
 * Counts of the window, by position in `ModelShapes`. The marks are drawn from them in the frame of each
 * step. The arrays are filled again for each window; the object around them is a new one.
 */
export type ModelCounts = MarkCounts & {
  /** 1 for an outline whose row touches a window that is shown and whose layer is on. */
  readonly outlines: Uint8Array;
  /** Those of a second window, while two are compared: each mark is split. */
  readonly second?: MarkCounts | undefined;
};

/** What is emphasised: the halos and areas of what is open or pointed at, by position. */
export type ModelEmphasis = {
  readonly halos: ReadonlySet<number>;
  readonly areas: ReadonlySet<number>;
  /** The mark whose group is open, or that holds the open record. */
  readonly mark: number | undefined;
};

/**
 * Plain description of what the map must show; made by state, drawn by the map. Each part is another
 * object when it has changed and the same one while it has not, so that parts are compared by reference.
 */
export type MapModel = {
  readonly shapes: ModelShapes;
  readonly halos: ModelHalos;
  readonly counts: ModelCounts;
  /** While the window moves, what MapLibre must lay out (signs, precisions, names of places) waits. */
  readonly isMoving: boolean;
  /** Single incidents and their weapons, by mark; undefined while they are those of another window. */
  readonly details: MarkDetails | undefined;
  readonly emphasis: ModelEmphasis;
  /** None until a reader asks for them. */
  readonly shares: readonly ModelShare[];
  /** What the page's own data are about, while they are on. */
  readonly subject: readonly NamedArea[];
  /** The street maps that are on. */
  readonly streets: readonly StreetMap[];
  readonly theme: Theme;
};

/** What a layer of the map can depend on. */
export type ModelPart = keyof MapModel;
