import type { Row } from '../core/incident/incident-table.ts';

/** The records under the pointer or the focus on the map, so that the map can show what belongs to them. */
export class Pointed {
  #rows = $state.raw<readonly Row[]>([]);

  get rows(): readonly Row[] {
    return this.#rows;
  }

  pointAt(rows: readonly Row[]): void {
    if (rows.length > 0 || this.#rows.length > 0) this.#rows = rows;
  }
}
