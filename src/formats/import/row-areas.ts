import { isArea } from '../../core/place/place.ts';
import type { ColumnMapping } from '../../core/mapping/column-mapping.ts';
import type { ReadRow, RowNote, RowNoteCode, RowPlace } from '../../core/records/read-row.ts';
import type { WorldArea } from '../areas/area-list.ts';
import { AreaMatcher, type AreaClue, type AreaMatch } from '../areas/match-area.ts';
import type { WorldAreas } from '../areas/world-areas.ts';
import type { AreaNames } from './area-names.ts';

/** The areas whose outlines are known: those of the page's data set, and of the world once they are loaded. */
export type AreaSource = {
  readonly own: AreaNames;
  readonly world: WorldAreas | undefined;
  /** False: it failed to load, or need not be loaded again. */
  readonly canLoad: boolean;
  readonly hasFailed: boolean;
  load(): Promise<void>;
};

/** A row without coordinates, which an area may still be known of. */
const isUnlocated = ({ place, notes }: ReadRow): boolean =>
  place === undefined && notes.some(({ code }) => code === 'no-place');

/** A row that is only known to an area, or may be. */
function isWanted(row: ReadRow): boolean {
  const { place, precision, area, country } = row;
  if (place) return isArea(place.precision);
  return precision !== 'too-coarse' && (area !== '' || country !== '') && isUnlocated(row);
}

/** The whole of a name, then the parts of `Al Khartum, Sudan`. */
function cluesOf(clue: AreaClue): readonly AreaClue[] {
  const parts = clue.area.split(/[,;]/).map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || last === '') return [clue];
  return [clue, { ...clue, area: parts[0] ?? '', country: clue.country || last }];
}

/**
 * Says in which area a row is that is only known to a province or a country. Rows of one spelling are
 * looked up once, since a file may have a million.
 */
export class RowAreas {
  readonly #source: AreaSource;
  readonly #areaColumn: number | undefined;
  readonly #precisionColumn: number | undefined;
  #matcher: { readonly world: WorldAreas; readonly matcher: AreaMatcher } | undefined;

  constructor(source: AreaSource, { area, placeName, placePrecision }: ColumnMapping) {
    this.#source = source;
    this.#areaColumn = area ?? placeName;
    this.#precisionColumn = placePrecision?.column;
  }

  /** The row needs outlines that are not loaded. */
  needsWorld(row: ReadRow): boolean {
    const { world, canLoad } = this.#source;
    if (world || !canLoad || !isWanted(row) || row.precision === 'region') return false;
    return this.#ownArea(row) === undefined;
  }

  /** The row with the name of its area as its outline has it; the same object for any other row. */
  resolve(row: ReadRow): ReadRow {
    if (!isWanted(row)) return row;
    if (row.precision === 'region')
      return { ...row, area: this.#source.own.known(row.area) ?? row.area };
    const own = this.#ownArea(row);
    if (own !== undefined) return placedIn(row, own, row.place?.precision ?? 'governorate');
    if (this.#source.hasFailed) return this.#withoutOutlines(row);
    if (row.precision === 'country') return this.#inCountry(row, 'too-coarse');
    if (row.area === '' && !row.place) return this.#inCountry(row, undefined);
    return this.#inProvince(row);
  }

  /** An area of the page's own data set: by a name of it, unless the point or the country is elsewhere. */
  #ownArea({ place, precision, area, country }: ReadRow): string | undefined {
    if (precision === 'country') return undefined;
    const { own, world } = this.#source;
    const name = area === '' ? undefined : own.known(area);
    const inside = place && !Number.isNaN(place.lon) ? own.at(place.lon, place.lat) : undefined;
    if (name === undefined) return place?.precision === 'governorate' ? inside : undefined;
    const outline = inside === undefined ? world?.area(name) : undefined;
    const isStated = outline !== undefined && outline.country === world?.countries.of(country);
    const isFree = !place && country === '';
    return inside !== undefined || isStated || isFree ? name : undefined;
  }

  #match(row: ReadRow): AreaMatch {
    const matcher = this.#matcherOf();
    let first: AreaMatch | undefined;
    if (matcher)
      for (const clue of cluesOf(clueOf(row))) {
        const match = matcher.match(clue);
        if (match.kind === 'found' && match.by === 'name') return match;
        first = first?.kind === 'found' ? first : match;
      }
    return first ?? { kind: 'unknown' };
  }

  #matcherOf(): AreaMatcher | undefined {
    const { world } = this.#source;
    if (!world) return undefined;
    if (this.#matcher?.world !== world) this.#matcher = { world, matcher: new AreaMatcher(world) };
    return this.#matcher.matcher;
  }

  #inProvince(row: ReadRow): ReadRow {
    const match = this.#match(row);
    if (match.kind === 'found')
      return placedIn(row, this.#nameOf(match.area), row.place?.precision ?? 'governorate');
    const noted = this.#noted(row, match.kind === 'ambiguous' ? 'ambiguous-area' : 'unknown-area');
    if (row.place) return { ...noted, area: this.#freeName(row) };
    return match.kind === 'ambiguous' ? noted : this.#inCountry(noted, undefined);
  }

  #inCountry(row: ReadRow, failed: RowNoteCode | undefined): ReadRow {
    const match = this.#matcherOf()?.country(clueOf(row));
    if (match?.kind === 'found') return placedIn(row, this.#nameOf(match.area), 'country');
    if (failed === undefined) return row;
    const note: RowNote = { code: failed, column: this.#precisionColumn };
    return { ...row, place: undefined, notes: [...row.notes.filter(isOther), note] };
  }

  /** The middle of a country is no place of the row. */
  #withoutOutlines(row: ReadRow): ReadRow {
    const noted = this.#noted(row, 'areas-not-loaded');
    if (!row.place) return noted;
    if (row.precision === 'country') return { ...noted, place: undefined };
    return { ...noted, area: this.#freeName(row) };
  }

  #noted(row: ReadRow, code: RowNoteCode): ReadRow {
    return { ...row, notes: [...row.notes, { code, column: this.#areaColumn }] };
  }

  /** A name of no known outline as the file has it, unless another area has this name. */
  #freeName({ area, country }: ReadRow): string {
    const { own, world } = this.#source;
    const isTaken = world?.area(area) !== undefined || own.known(area) === area;
    return isTaken ? `${area}, ${country || '?'}` : area;
  }

  #nameOf(area: WorldArea): string {
    return this.#source.world?.nameOf(area) ?? area.title;
  }
}

const clueOf = ({ area, country, place }: ReadRow): AreaClue => ({
  area,
  country,
  lon: place?.lon ?? NaN,
  lat: place?.lat ?? NaN,
});

/** Once it is in an area, it is no row without a place. */
const isOther = ({ code }: RowNote): boolean => code !== 'no-place';

const placedIn = (row: ReadRow, area: string, precision: RowPlace['precision']): ReadRow => ({
  ...row,
  area,
  place: row.place ? { ...row.place, precision } : { lon: NaN, lat: NaN, precision },
  notes: row.place ? row.notes : row.notes.filter(isOther),
});
