export type Rank = 1 | 2 | 3 | 4 | 5 | 6;

export interface PlaceName {
  /** What an English newspaper's atlas writes; AP's spelling where it has one. */
  readonly name: string;
  /** With a rank the place is on the home view; without one it waits for a closer zoom. */
  readonly rank?: Exclude<Rank, 6>;
  readonly ar?: string;
  readonly ku?: string;
  readonly fa?: string;
}

/** By GeoNames id. */
export type PlaceNames = Readonly<Record<string, PlaceName>>;
