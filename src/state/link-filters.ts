import { LatestRequest } from '../core/base/latest-request.ts';
import { columnOfField, type FieldKey } from '../core/fields/field-key.ts';
import type { Message } from '../core/faults/message.ts';
import type { Clause } from '../core/filters/clause.ts';
import type { Filter } from '../core/filters/filter.ts';
import type { FieldSummary } from '../core/index/facet.ts';
import type { SortedClauses } from './column-clauses.ts';
import { unknownValues } from './link-values.ts';
import type { ViewedPage } from './viewed-page.ts';

const fieldsOf = (clauses: Filter): readonly FieldKey[] => [
  ...new Set(clauses.flatMap(({ field }) => (columnOfField(field) === undefined ? field : []))),
];

/** Says what the filter of a link names that no open data have: fields of records, and values of any field. */
export class LinkFilters {
  readonly #page: ViewedPage;
  readonly #request = new LatestRequest();
  /** What was restored and is still to be judged. */
  #waiting: Pick<SortedClauses, 'fitting' | 'misfits' | 'unknown'> | undefined;

  constructor(page: ViewedPage) {
    this.#page = page;
  }

  /** Those of the data that are on. */
  async fields(signal?: AbortSignal): Promise<readonly FieldSummary[]> {
    const queries = this.#page.shown?.queries;
    return (
      (await queries?.records.ask(
        (options) => queries.facetClient.fields(undefined, options),
        signal,
      )) ?? []
    );
  }

  /** Another view was restored. */
  begin({ fitting, misfits, unknown }: SortedClauses): void {
    this.#request.cancel();
    this.#page.notices.withdraw('address-filters');
    this.#waiting = { fitting, misfits, unknown };
  }

  /** More of it is restored: its data have come. */
  add({ fitting, misfits, unknown }: SortedClauses): void {
    const before = this.#waiting;
    if (!before && fitting.length + misfits.length + unknown.length === 0) return;
    this.#waiting = {
      fitting: [...(before?.fitting ?? []), ...fitting],
      misfits: [...(before?.misfits ?? []), ...misfits],
      unknown: [...(before?.unknown ?? []), ...unknown],
    };
  }

  /** All data of the link are there. */
  async check(): Promise<void> {
    const { shown, notices, filters, timeline } = this.#page;
    const judged = this.#waiting;
    if (!shown || !judged) return;
    const { queries, data } = shown;
    const values = await this.#request.run((signal) =>
      unknownValues(judged.fitting, {
        fields: () => this.fields(signal),
        facets: async (query) =>
          queries.records.ask((options) => queries.facetClient.facets(query, options), signal),
        window: timeline.limits,
        isKnownArea: (name) =>
          data.areaNames.includes(name) ||
          [...data.areas, ...data.worldAreas].some(
            (area) => area.name === name || area.also.includes(name),
          ),
      }),
    );
    // More may have come meanwhile.
    if (this.#waiting === judged) this.#waiting = undefined;
    const isActive = ({ field }: Pick<Clause, 'field'>): boolean =>
      filters.active.some((one) => one.field === field || one.kind === 'area');
    const message: Message = {
      kind: 'address-filters',
      missing: [...fieldsOf(judged.unknown), ...fieldsOf(filters.awaited)],
      unfit: fieldsOf(judged.misfits),
      values: values.filter(isActive),
    };
    if (message.missing.length + message.unfit.length + message.values.length === 0) return;
    notices.withdraw('address-filters');
    notices.notify(message);
  }
}
