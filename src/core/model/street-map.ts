import type { Bounds } from '../place/bounds.ts';
import type { Credit } from '../text/credits.ts';

/** The keys of street maps begin with this. */
export const STREET_KEY = 'streets-';

/** The schemas of street tiles that the page has a style for. */
export const STREET_SCHEMAS = ['protomaps', 'openmaptiles', 'shortbread'] as const;
export type StreetSchema = (typeof STREET_SCHEMAS)[number];

/** A map of streets from an archive of tiles, drawn under the marks. */
export type StreetMap = {
  /** Names it among all street maps of the page. */
  readonly key: string;
  /** The name of its file. */
  readonly name: string;
  /** Of the source of the map that has its tiles. */
  readonly url: string;
  readonly content: StreetSchema | 'pictures';
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Undefined where the archive names no box, or an empty one. */
  readonly bounds: Bounds | undefined;
  /** Whether the archive has a tile wherever the box is. */
  readonly fillsBounds: boolean;
  /** Its makers, in their own words. */
  readonly credits: readonly Credit[];
};

/** An archive of tiles in a file (a `Blob` of the browser), or at an address: then by parts, if its server sends them. */
export type StreetMapFile<Blob> = {
  readonly key: string;
  readonly name: string;
  readonly from:
    | { readonly blob: Blob }
    /** Without `mayFollow`, a redirect is reported and not followed. */
    | { readonly address: string; readonly mayFollow: boolean };
};

const MAGIC = 'PMTiles';
/** How many bytes tell that a file is an archive of tiles. */
export const MAGIC_LENGTH = MAGIC.length;

/** Whether a file that begins with these bytes is an archive of map tiles. Up to version 2 these were only two letters. */
export const isTileArchive = (head: Uint8Array): boolean =>
  String.fromCharCode(...head.subarray(0, MAGIC_LENGTH)) === MAGIC ||
  (head[0] === 0x50 && head[1] === 0x4d && (head[2] === 1 || head[2] === 2) && head[3] === 0);

/** Vector tiles are drawn well for two zooms past the last that they are made for. */
const OVERZOOM = 2;

/** How far in the map may be zoomed for the sake of the street maps. */
export const streetZoomLimit = (maps: readonly StreetMap[]): number =>
  Math.max(0, ...maps.map(({ maxZoom }) => maxZoom + OVERZOOM));

/** Our own outlines are good as far as here; streets would only crowd them. */
const STREETS_FROM_ZOOM = 8;

/** The zoom from which a street map is drawn. */
export const shownFromZoom = ({ content, minZoom, maxZoom }: StreetMap): number =>
  content === 'pictures' ? minZoom : Math.max(minZoom, Math.min(STREETS_FROM_ZOOM, maxZoom - 1));
