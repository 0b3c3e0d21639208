/** An area that a reader drew or chose. WGS 84 degrees. */
export type AreaShape =
  /** West is above east where it reaches over the antimeridian. */
  | {
      readonly kind: 'box';
      readonly west: number;
      readonly south: number;
      readonly east: number;
      readonly north: number;
    }
  | {
      readonly kind: 'circle';
      readonly lon: number;
      readonly lat: number;
      readonly radiusKm: number;
    }
  /**
   * Its corners in order, the first one not repeated; edges are straight on the map (Mercator). It may cross itself
   * (even-odd). Longitudes go on beyond 180: from 170 to 190 is over the antimeridian, from 170 to -170 is not.
   */
  | { readonly kind: 'polygon'; readonly corners: readonly (readonly [lon: number, lat: number])[] }
  /** A place by its name, as records name it. */
  | { readonly kind: 'place'; readonly name: string }
  /** A governorate, province or country by its name. */
  | { readonly kind: 'named'; readonly name: string };
