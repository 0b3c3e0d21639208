import type { BBox } from 'geojson';

/** A line on the map that is not a settled border. Its id is in the tiles, so that an editor can restyle it. */
export interface Dispute {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Where its lines are. Of two boxes that overlap, the first in the list applies. */
  readonly box: BBox;
  /** Countries (ISO 3166, three letters) whose common border, or overlapping claim, is dashed inside the box. */
  readonly pairs?: readonly Pair[];
  /** Countries whose edge is dashed inside the box although nobody is on the other side. */
  readonly unclaimed?: readonly string[];
  /** Natural Earth's codes of areas that no country of OpenStreetMap is: the edge between them is dashed. */
  readonly areas?: readonly Pair[];
  /** Where these edges are wanted, if not all along. */
  readonly areaBox?: BBox;
}

export type Pair = readonly [string, string];
