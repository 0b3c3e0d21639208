import type { RecordRef } from '../core/records/record-ref.ts';

/** What the pointer or the focus is on, by names that last: a mark by its first row. */
export type HoverTarget =
  | {
      readonly kind: 'mark';
      readonly row: RecordRef;
      /** A row of the table is pointed at: the map shows which of its marks holds it. */
      readonly isOfTable?: true;
    }
  | { readonly kind: 'area'; readonly name: string };

/** What the pointer or the focus is on, on the map or in its key, so that the map can show what belongs to it. */
export class Hovered {
  #at = $state.raw<HoverTarget | undefined>();

  get target(): HoverTarget | undefined {
    return this.#at;
  }

  set(target: HoverTarget | undefined): void {
    this.#at = target;
  }
}
