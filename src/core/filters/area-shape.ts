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
  /** Its corners in order, the first one not repeated; edges are straight on the map (Mercator). */
  | { readonly kind: 'polygon'; readonly corners: readonly (readonly [lon: number, lat: number])[] }
  /** A place by its name, as records name it. */
  | { readonly kind: 'place'; readonly name: string }
  /** A governorate, province or country by its name. */
  | { readonly kind: 'named'; readonly name: string };
