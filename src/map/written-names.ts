import type { Feature, Point } from 'geojson';
import { LEVEL_ZOOMS } from '../core/layout/zoom-level.ts';
import { isWithin } from '../core/place/bounds.ts';
import { nearestLongitude } from '../core/place/longitude.ts';
import { toMercator, WORLD_PIXELS } from '../core/place/mercator.ts';
import type { ModelShapes } from '../core/model/map-model.ts';
import { homeFrame } from './home-frame.ts';
import type { Anchor, Line } from './label-box.ts';
import { placeLabels, type Name } from './label-placement.ts';
import { extentsOf } from './mark-extents.ts';

/** Names of the home view that have priority over all others. */
const MAX_KEY_CITIES = 10;
/** The rank of a place that says none. */
const LAST_RANK = 6;
/** From a place's dot to its name. */
export const DOT_GAP_EMS = 0.45;
/** Further away, at the edge of a large mark of a far view, a name would be taken for another place's. */
const MAX_OFFSET = 66;
export const LINE_HEIGHT_EMS = 1.12;
/** The size of a name's second line, to the first. */
export const LOCAL_SCALE = 0.84;

/** Letters of a kind of names. Widths are means: a little more than most names need. */
type Lettering = {
  readonly size: number;
  readonly letterEms: number;
  /** Where the next line begins. */
  readonly maxWidthEms: number;
};
export const WATER: Lettering = { size: 11.5, letterEms: 0.53, maxWidthEms: 7 };
export const ADMIN: Lettering = { size: 11, letterEms: 0.65, maxWidthEms: 9 };
export const COUNTRY: Lettering = { size: 13.5, letterEms: 0.86, maxWidthEms: 10 };
export const PLACE_MAX_WIDTH_EMS = 9;
/** By rank of the base map, 1 the largest. */
const SIZE_OF_RANK = [14, 14, 13.5, 12.5, 12];
const LAST_SIZE = 11.5;

const property = (name: Feature, key: string): unknown => name.properties?.[key];
const rankOf = (place: Feature): number => Number(property(place, 'rank') ?? LAST_RANK);
const isPlace = (name: Feature): boolean => property(name, 'kind') === 'place';

function letteringOf(name: Feature): Lettering {
  if (property(name, 'kind') === 'water') return WATER;
  if (property(name, 'kind') === 'country') return COUNTRY;
  if (property(name, 'kind') === 'admin1') return ADMIN;
  const size = SIZE_OF_RANK[rankOf(name)] ?? LAST_SIZE;
  return { size, letterEms: WATER.letterEms, maxWidthEms: PLACE_MAX_WIDTH_EMS };
}

const isInZoomRange = (name: Feature, zoom: number): boolean =>
  zoom >= Number(property(name, 'min_zoom') ?? 0) &&
  zoom < Number(property(name, 'max_zoom') ?? Infinity);

/** About how much room each line of a name takes, in pixels. */
function linesOf(name: Feature): readonly Line[] {
  const { size, letterEms, maxWidthEms } = letteringOf(name);
  const local = property(name, 'name_local');
  const line = (text: string, ems: number, scale: number): readonly Line[] => {
    const width = ems * scale * text.length;
    const count = Math.max(Math.ceil(width / maxWidthEms), 1);
    return Array.from({ length: count }, () => ({
      width: size * Math.min(width, maxWidthEms),
      height: size * LINE_HEIGHT_EMS * scale,
    }));
  };
  return [
    ...line(String(property(name, 'name')), letterEms, 1),
    ...(typeof local === 'string' ? line(local, WATER.letterEms, LOCAL_SCALE) : []),
  ];
}

/** A name and where it is written, which is the same in every window. */
export type WrittenName = {
  readonly name: Feature<Point>;
  readonly size: number;
  readonly lines: readonly Line[];
  readonly anchor: Anchor | 'center';
  /** Pixels from the place to the text. */
  readonly offset: number;
  /** Written whatever else is there. */
  readonly isKey: boolean;
};

/** Pixels of the level, on the side of the antimeridian where the home view is. */
function projectionOf({ view, home }: Pick<ModelShapes, 'view' | 'home'>) {
  const pixels = WORLD_PIXELS * 2 ** view.zoom;
  const middle = home ? (home.west + home.east) / 2 : 0;
  return (lon: number, lat: number): { readonly x: number; readonly y: number } => {
    const { x, y } = toMercator(nearestLongitude(lon, middle), lat);
    return { x: x * pixels, y: y * pixels };
  };
}

/**
 * Chooses where each name is written at a level. The key cities are the largest places of the home
 * view, by the ranks of the base map.
 */
export function writeNames(
  names: readonly Feature<Point>[],
  shapes: Pick<ModelShapes, 'view' | 'home'>,
): readonly WrittenName[] {
  const { home, view } = shapes;
  const project = projectionOf(shapes);
  const isAtHome = ({ geometry: { coordinates } }: Feature<Point>): boolean =>
    home !== undefined && isWithin(home, coordinates[0] ?? 0, coordinates[1] ?? 0);
  const places = names
    .filter((name) => isPlace(name) && isInZoomRange(name, view.zoom + LEVEL_ZOOMS))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const key = new Set(places.filter(isAtHome).slice(0, MAX_KEY_CITIES));
  const asked = places.map((place): Name => {
    const [lon = 0, lat = 0] = place.geometry.coordinates;
    return {
      ...project(lon, lat),
      lines: linesOf(place),
      gap: DOT_GAP_EMS * letteringOf(place).size,
      isKey: key.has(place),
    };
  });
  const placed = placeLabels(asked, extentsOf(view, project), homeFrame(shapes));
  const written = (name: Feature<Point>) => ({
    name,
    size: letteringOf(name).size,
    lines: linesOf(name),
  });
  return [
    ...names
      .filter((name) => !isPlace(name))
      .map((name) => ({ ...written(name), anchor: 'center' as const, offset: 0, isKey: false })),
    ...places.flatMap((place, i) => {
      const at = placed[i];
      return at && at.offset <= MAX_OFFSET ? [{ ...written(place), ...at }] : [];
    }),
  ];
}
