import type { Row } from '../core/incident/incident-table.ts';

/** What the pointer or the focus is on, by names that last: a mark by its first row. */
export type PointedAt =
  | { readonly kind: 'mark'; readonly row: Row }
  | { readonly kind: 'area'; readonly name: string }
  | { readonly kind: 'series'; readonly incident: string };

/** What the pointer or the focus on the map is on, so that the map can show what belongs to it. */
export class Pointed {
  #at = $state.raw<PointedAt | undefined>();

  get at(): PointedAt | undefined {
    return this.#at;
  }

  pointAt(at: PointedAt | undefined): void {
    this.#at = at;
  }
}
