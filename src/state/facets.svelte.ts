import { LatestRequest, unlessCancelled } from '../core/base/latest-request.ts';
import { OneAtATime } from '../core/base/one-at-a-time.ts';
import type { FieldKey } from '../core/fields/field-key.ts';
import type {
  FacetCounts,
  FacetOrder,
  FacetQuery,
  FacetsAnswer,
  FacetsQuery,
  FieldSummary,
} from '../core/index/facet.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { DockTab } from '../core/url/view-state.ts';
import type { Ask } from '../worker/worker-client.ts';
import { firstOpen } from './first-open-facets.ts';

export type FacetClient = {
  readonly fields: Ask<undefined, readonly FieldSummary[]>;
  readonly facets: Ask<FacetsQuery, FacetsAnswer>;
};

/** What is counted; `data` is another object where other data are on. */
export type CountedNow = Omit<FacetsQuery, 'facets' | 'orderedIn'> & {
  readonly data: unknown;
  /** A window moves: by hand, or while it is played. */
  readonly isMoving: boolean;
  /** Windows follow each other, each for a few seconds. */
  readonly isPlaying: boolean;
  /** The other one of two periods that are compared. */
  readonly second?: TimeRange | undefined;
};

/** By field and order: a chart and a filter may list other values of one field. */
type CountsByField = ReadonlyMap<string, FacetCounts>;

type PeriodsQuery = FacetsQuery &
  Pick<CountedNow, 'second'> & {
    /** Not of those out of sight: their last counts stay. */
    readonly isPart: boolean;
  };
type PeriodsAnswer = {
  readonly isPart: boolean;
  readonly first: CountsByField;
  readonly second: CountsByField | undefined;
};

const keyOf = ({ field, order }: Pick<FacetQuery, 'field' | 'order'>): string =>
  `${order} ${field}`;
const byField = ({ facets }: FacetsAnswer): CountsByField =>
  new Map(facets.map((counts) => [keyOf(counts), counts]));

/** Values of a facet that are listed at first, and that each press of "more" adds. */
export const FIRST_VALUES = 10;
export const MORE_VALUES = 24;

/** The fields of what is on, which facets are open, and their counts: for every filter, extent and window while they are on screen. */
export class Facets {
  readonly #client: FacetClient;
  readonly #counted: () => CountedNow;
  readonly #tab: () => DockTab;
  readonly #requests: OneAtATime<PeriodsQuery, PeriodsAnswer>;
  readonly #fieldsRequest = new LatestRequest();
  readonly #valuesRequest = new LatestRequest();
  #fields = $state.raw<readonly FieldSummary[] | undefined>();
  /** Of which data the fields are known or asked for. */
  #fieldsOf: { readonly data: unknown } | undefined;
  #progress = $state.raw<number | undefined>();
  /** Replaced by each answer; no derived state, as facets outlive the parts that show them. */
  #counts = $state.raw<CountsByField>(new Map());
  #second = $state.raw<CountsByField | undefined>();
  #open = $state.raw<ReadonlyMap<FieldKey, FacetQuery> | undefined>();
  /** Open, but scrolled out of sight. */
  #unseen = $state.raw<ReadonlySet<FieldKey>>(new Set());
  /** What the charts on screen count. */
  #charted = $state.raw<readonly FacetQuery[]>([]);
  /** The periods that order values as shown. */
  #orderedIn: readonly TimeRange[] = [];

  /** `tab`: which facets are on screen. */
  constructor(client: FacetClient, counted: () => CountedNow, tab: () => DockTab) {
    this.#client = client;
    this.#counted = counted;
    this.#tab = tab;
    this.#requests = new OneAtATime<PeriodsQuery, PeriodsAnswer>(
      async ({ second, isPart, ...query }, signal) => ({
        isPart,
        first: byField(await client.facets(query, { signal })),
        second: second && byField(await client.facets({ ...query, window: second }, { signal })),
      }),
      ({ isPart, first, second }) => {
        // Together: counts of two moments are not compared.
        this.#counts = isPart ? new Map([...this.#counts, ...first]) : first;
        this.#second = isPart && second ? new Map([...(this.#second ?? []), ...second]) : second;
      },
    );
  }

  /** Undefined until they are known. */
  get fields(): readonly FieldSummary[] | undefined {
    return this.#fields;
  }
  /** How far the fields are, 0 to 1; undefined when none are asked for. */
  get progress(): number | undefined {
    return this.#progress;
  }
  /** Of fields that the data have. Texts are only searched. */
  get #wanted(): readonly FacetQuery[] {
    const asked = this.#tab() === 'charts' ? this.#charted : [...(this.#open?.values() ?? [])];
    const counted = asked.filter(({ field }) => (this.fieldOf(field)?.kind ?? 'text') !== 'text');
    return this.#isPart ? counted.filter(({ field }) => !this.#unseen.has(field)) : counted;
  }
  /** While the window moves, facets out of sight wait until it rests. */
  get #isPart(): boolean {
    // In this order: what is scrolled out of sight while the window rests asks for nothing.
    return this.#counted().isMoving && this.#tab() !== 'charts' && this.#unseen.size > 0;
  }

  /** The last counts of a field: those before stay until the next ones are there. */
  countsOf(field: FieldKey, order: FacetOrder = 'all'): FacetCounts | undefined {
    return this.#counts.get(keyOf({ field, order }));
  }
  /** The same in the second of two periods; undefined while one period is shown, and until it is counted. */
  secondOf(field: FieldKey, order: FacetOrder = 'all'): FacetCounts | undefined {
    return this.#counted().second && this.#second?.get(keyOf({ field, order }));
  }
  fieldOf(key: FieldKey): FieldSummary | undefined {
    return this.#fields?.find((field) => field.key === key);
  }
  isOpen(field: FieldKey): boolean {
    return this.#open?.has(field) ?? false;
  }
  /** What of a field is listed. */
  listed(field: FieldKey): FacetQuery {
    return this.#open?.get(field) ?? { field, search: '', limit: FIRST_VALUES, order: 'all' };
  }

  chart(queries: readonly FacetQuery[]): void {
    this.#charted = queries;
  }
  /** Whether an open facet is in sight. */
  see(field: FieldKey, isSeen: boolean): void {
    if (isSeen !== this.#unseen.has(field)) return;
    const unseen = new Set(this.#unseen);
    if (isSeen) unseen.delete(field);
    else unseen.add(field);
    this.#unseen = unseen;
  }
  unfold(field: FieldKey, isOpen: boolean): void {
    if (isOpen === this.isOpen(field)) return;
    const open = new Map(this.#open);
    if (isOpen) open.set(field, this.listed(field));
    else open.delete(field);
    this.#open = open;
  }
  search(field: FieldKey, search: string): void {
    this.#list({ ...this.listed(field), search });
  }
  listMore(field: FieldKey): void {
    const listed = this.listed(field);
    this.#list({ ...listed, limit: listed.limit + MORE_VALUES });
  }

  /** Counts anew whenever anything has changed; returns how to stop, which asks nothing more. */
  follow(): () => void {
    const stop = $effect.root(() => {
      $effect(() => {
        void unlessCancelled(this.askFields());
      });
      let last: unknown;
      $effect(() => {
        const now = this.#counted();
        const { data, filter, extent, window, second } = now;
        const facets = this.#wanted;
        const orderedIn = this.#ordering(facets, now);
        const isPart = this.#isPart;
        // No answer of other data is for these.
        if (data !== last) this.#requests.cancel();
        last = data;
        if (facets.length === 0) this.#requests.cancel();
        else {
          const query = { filter, extent, window, second, orderedIn, facets, isPart };
          void unlessCancelled(this.#requests.ask(query));
        }
      });
    });
    return () => {
      stop();
      this.#requests.cancel();
      // At once: what takes the place of the dock may need the fields.
      if (this.#progress !== undefined) this.#fieldsOf = undefined;
      this.#fieldsRequest.cancel();
    };
  }

  /** The periods of the last rest, where anything is ordered by them. */
  #ordering(facets: readonly FacetQuery[], now: CountedNow): readonly TimeRange[] {
    const isOrdered = facets.some(({ order }) => order === 'shown');
    if (!isOrdered) this.#orderedIn = [];
    else if (!(now.isMoving || now.isPlaying) || this.#orderedIn.length === 0)
      this.#orderedIn = now.second ? [now.window, now.second] : [now.window];
    return this.#orderedIn;
  }

  /** Asks for the fields of the data that are on, unless they are known or asked for. */
  async askFields(): Promise<void> {
    const { data } = this.#counted();
    if (this.#fieldsOf?.data === data) return;
    const asked = { data };
    this.#fieldsOf = asked;
    this.#progress = 0;
    try {
      const fields = await this.#fieldsRequest.run((signal) =>
        this.#client.fields(undefined, {
          signal,
          onProgress: (part) => {
            this.#progress = part;
          },
        }),
      );
      // Of a field of ours that no incident gives there is nothing to count.
      this.#fields = fields.filter(({ column, given }) => column !== undefined || given > 0);
      this.#progress = undefined;
      this.#openFirst(this.#fields);
    } catch (cause) {
      if (this.#fieldsOf === asked) this.#fieldsOf = undefined;
      // Unless they are asked for anew.
      if (!this.#fieldsOf) this.#progress = undefined;
      throw cause;
    }
  }

  /** The first values of a field that have a text in them, whatever is listed of it. */
  async valuesLike(field: FieldKey, search: string): Promise<readonly string[]> {
    const { filter, extent, window } = this.#counted();
    const facets = [{ field, search, limit: FIRST_VALUES, order: 'all' }] as const;
    const query = { filter, extent, window, orderedIn: [], facets };
    const answer = await this.#valuesRequest.run((signal) =>
      this.#client.facets(query, { signal }),
    );
    const [counts] = answer.facets;
    return counts?.kind === 'values' ? counts.values : [];
  }

  /** What a reader has open stays so; a choice that none of the data has is made again. */
  #openFirst(fields: readonly FieldSummary[]): void {
    const open = [...(this.#open?.keys() ?? [])];
    if (this.#open && (open.length === 0 || open.some((field) => this.fieldOf(field)))) return;
    const first = firstOpen(fields).map((field) => [field, this.listed(field)] as const);
    this.#open = new Map([...(this.#open ?? []), ...first]);
  }

  #list(query: FacetQuery): void {
    this.#open = new Map(this.#open).set(query.field, query);
  }
}
