import { columnOfField, type FieldKey } from '../core/fields/field-key.ts';
import { clauseKey, type Clause } from '../core/filters/clause.ts';
import {
  askedOf,
  clauseOf,
  EMPTY_FILTER,
  hiddenLayers,
  searchTextOf,
  withClause,
  withoutClause,
  type Filter,
} from '../core/filters/filter.ts';
import type { RowFilterName } from '../core/filters/row-filters.ts';
import { DAY, type Minute } from '../core/time/minute.ts';
import type { Layer } from '../core/records/layer.ts';
import type { DatasetSummary } from '../worker/protocol.ts';

type OpenSet = Pick<DatasetSummary, 'isOn' | 'columnFields'>;

const haveField = (sets: readonly OpenSet[], field: FieldKey): boolean =>
  sets.some(({ columnFields }) => columnFields.includes(field));

/** What a reader last changed: one clause, which a drag or typing may continue to change, or all at once. */
export type FilterChange = { readonly key: string; readonly isContinued: boolean };

/** What the reader asked to see, the window apart: one list of clauses. */
export class Filters {
  #clauses = $state.raw<Filter>(EMPTY_FILTER);
  #awaited = $state.raw<Filter>(EMPTY_FILTER);
  #layers = $state.raw<readonly Layer[]>([]);
  #sets = $state.raw<readonly OpenSet[]>([]);
  readonly #isLocalOpen: () => boolean;
  /** Keys of clauses that were put while a reader's own file was open: they may say what it says, even after it was closed. */
  readonly #local = new Set<string>();
  /** Another object after each change; its key is empty where all clauses were changed. */
  lastChange: FilterChange | undefined;
  readonly filter: Filter = $derived(this.askedOf(this.#clauses));
  /** The clauses that leave something of what is on out: layers and columns of sets that are put aside do not. */
  readonly active: Filter = $derived(
    this.#clauses.filter((clause) => {
      if (clause.kind === 'layers') return this.#layers.some(({ key }) => this.hidden.has(key));
      return this.isOfData(clause) && (clause.kind !== 'text' || clause.text.trim() !== '');
    }),
  );
  /** Anything but a day as known is asked for. */
  readonly isFiltering: boolean = $derived(this.active.some(({ kind }) => kind !== 'known'));
  /** Anything but a search is asked for. */
  readonly isNarrowed: boolean = $derived(this.active.some(({ kind }) => kind !== 'text'));
  readonly isAsking: boolean = $derived(this.active.length > 0);
  /** Keys of the layers that are off; those of sets that are put aside stay as they were. */
  readonly hidden: ReadonlySet<string> = $derived(hiddenLayers(this.#clauses));
  /** The row filters that are on. */
  readonly only: ReadonlySet<RowFilterName> = $derived(
    new Set(clauseOf(this.#clauses, 'only')?.names),
  );

  constructor(isLocalOpen: () => boolean = () => false) {
    this.#isLocalOpen = isLocalOpen;
  }

  get clauses(): Filter {
    return this.#clauses;
  }
  /** Clauses of an address on columns that the data that are on do not have: they filter nothing. */
  get awaited(): Filter {
    return this.#awaited;
  }
  get text(): string {
    return searchTextOf(this.#clauses);
  }
  /** The text that is searched for; empty: none. */
  get searchText(): string {
    return this.text.trim();
  }
  /** Only what lies in the map's view is counted and listed. */
  get isOnlySeen(): boolean {
    return clauseOf(this.#clauses, 'viewport') !== undefined;
  }
  /** Only what was reported before this time is shown; undefined: as known now. */
  get knownBefore(): Minute | undefined {
    return clauseOf(this.#clauses, 'known')?.before;
  }
  /** The midnight that begins the day at whose end everything is shown as it was known; undefined: as known now. */
  get knownOn(): Minute | undefined {
    return this.knownBefore === undefined ? undefined : this.knownBefore - DAY;
  }

  /** Takes a clause in place of the one of its kind and field. `isContinued`: while it is dragged or typed. */
  put(clause: Clause, isContinued = false): void {
    this.lastChange = { key: clauseKey(clause), isContinued };
    if (this.#isLocalOpen()) this.#local.add(clauseKey(clause));
    this.#clauses = withClause(this.#clauses, clause);
    this.#awaited = withoutClause(this.#awaited, clause);
  }

  remove(clause: Pick<Clause, 'kind' | 'field'>, isContinued = false): void {
    this.lastChange = { key: clauseKey(clause), isContinued };
    this.#local.delete(clauseKey(clause));
    this.#clauses = withoutClause(this.#clauses, clause);
  }

  /** All clauses at once. */
  replace(clauses: Filter, awaited: Filter = EMPTY_FILTER): void {
    this.lastChange = { key: '', isContinued: false };
    this.settle(clauses, awaited);
  }

  /** The same where other data are the cause: no change of the reader, so no step for Back. */
  settle(clauses: Filter, awaited: Filter): void {
    const keys = new Set([...clauses, ...awaited].map(clauseKey));
    for (const key of this.#local) if (!keys.has(key)) this.#local.delete(key);
    this.#clauses = clauses;
    this.#awaited = awaited;
  }

  /** Clauses that may say what a file says which is not open yet. */
  keepLocal(clauses: Filter): void {
    for (const clause of clauses) this.#local.add(clauseKey(clause));
  }

  /** Shows everything again. */
  clear(): void {
    this.replace(EMPTY_FILTER);
  }

  /** No link may hold it, unless it is public by its kind. */
  isLocal(clause: Clause): boolean {
    return this.#local.has(clauseKey(clause));
  }

  /** What some clauses ask of the data that are on. */
  askedOf(clauses: Filter): Filter {
    return askedOf(clauses.filter((clause) => this.isOfData(clause)));
  }

  /** The layers of what is shown, and the open sets: clauses on columns of a closed one are over. */
  know(layers: readonly Layer[], sets: readonly OpenSet[]): void {
    this.#layers = layers;
    const isOver = ({ field }: Clause): boolean =>
      haveField(this.#sets, field) && !haveField(sets, field);
    // The reader closed a file and changed no filter: Back does not bring it back.
    if (this.#clauses.some(isOver))
      this.settle(
        this.#clauses.filter((clause) => !isOver(clause)),
        this.#awaited,
      );
    this.#sets = sets;
  }

  /** No open set has the column that a field is. */
  isUnknown(field: FieldKey): boolean {
    return columnOfField(field) !== undefined && !haveField(this.#sets, field);
  }

  /** A column that no set that is on has would hide everything. */
  isOfData({ field }: Clause): boolean {
    const on = this.#sets.filter(({ isOn }) => isOn);
    return columnOfField(field) === undefined || haveField(on, field);
  }

  /** Switches these row filters on, and all others off. */
  showOnly(names: Iterable<RowFilterName>): void {
    const all = [...names];
    this.#set({ kind: 'only', field: 'only', names: all }, all.length > 0);
  }

  showKnownOn(day: Minute | undefined, isContinued = false): void {
    const before = (day ?? 0) + DAY;
    this.#set({ kind: 'known', field: 'known', before }, day !== undefined, isContinued);
  }

  showOnlySeen(isOnlySeen: boolean): void {
    this.#set({ kind: 'viewport', field: 'view' }, isOnlySeen);
  }

  /** Switches one layer on or off. */
  toggle(key: string): void {
    const next = new Set(this.hidden);
    if (!next.delete(key)) next.add(key);
    this.hideLayers(next);
  }

  /** Switches a layer on that may be off. */
  showLayer(key: string): void {
    if (this.hidden.has(key)) this.toggle(key);
  }

  hideLayers(keys: Iterable<string>): void {
    const hidden = [...keys];
    this.#set({ kind: 'layers', field: 'layer', hidden }, hidden.length > 0);
  }

  search(text: string): void {
    this.#set({ kind: 'text', field: '*', text }, text !== '', true);
  }

  #set(clause: Clause, isOn: boolean, isContinued = false): void {
    if (isOn) this.put(clause, isContinued);
    else this.remove(clause, isContinued);
  }
}
