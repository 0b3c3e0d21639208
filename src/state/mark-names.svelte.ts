import { LatestRequest } from '../core/base/latest-request.ts';
import type { MarkNames as FoundNames, MarkNamesQuery, MarkView } from '../core/index/mark-view.ts';
import type { Ask, CallOptions } from '../worker/worker-client.ts';
import type { ShownView } from './asked-view.svelte.ts';

/** The most frequent place of a mark in the window, '' where it has no name, and how many more it has. */
export type MarkName = {
  readonly place: string;
  /** The place is the town that most of it is in, and around. */
  readonly isAround: boolean;
  readonly morePlaces: number;
};

/** Asks about the data that are shown now. */
type AskOfData = <Answer>(
  ask: (options: CallOptions) => Promise<Answer>,
  signal: AbortSignal,
) => Promise<Answer>;

/**
 * What the places of marks are called. Naming all marks would make the first view wait, so only those
 * on screen and the one that is pointed at are asked for; each once for a view.
 */
export class MarkNames {
  readonly #client: Ask<MarkNamesQuery, FoundNames>;
  readonly #ofData: AskOfData;
  /** By position in the view. */
  #known = $state.raw<{
    readonly view: MarkView | undefined;
    readonly names: ReadonlyMap<number, MarkName>;
  }>({ view: undefined, names: new Map() });
  /** Marks on screen whose names are under way. */
  #pending: ReadonlySet<number> = new Set();
  readonly #onScreen = new LatestRequest();
  readonly #pointed = new LatestRequest();

  constructor(client: Ask<MarkNamesQuery, FoundNames>, ofData: AskOfData) {
    this.#client = client;
    this.#ofData = ofData;
  }

  /** The name of a mark, by its position in the view; undefined until it is known. */
  of(view: MarkView, mark: number): MarkName | undefined {
    return this.#known.view === view ? this.#known.names.get(mark) : undefined;
  }

  /** Asks for the names of the marks on screen, which are read out; newer ones replace the older. */
  async nameAll(shown: ShownView, marks: readonly number[]): Promise<void> {
    const unknown = this.#unknownOf(shown, marks);
    if (unknown.every((mark) => this.#pending.has(mark))) return;
    const pending = new Set(unknown);
    this.#pending = pending;
    try {
      await this.#onScreen.run((signal) => this.#ask(shown, unknown, signal));
    } finally {
      if (this.#pending === pending) this.#pending = new Set();
    }
  }

  /** Asks for the name of the mark that is pointed at; the next one replaces it. */
  async name(shown: ShownView, mark: number): Promise<void> {
    const unknown = this.#unknownOf(shown, [mark]).filter((one) => !this.#pending.has(one));
    if (unknown.length > 0) await this.#pointed.run((signal) => this.#ask(shown, unknown, signal));
  }

  #unknownOf({ view }: ShownView, marks: readonly number[]): readonly number[] {
    if (this.#known.view !== view) {
      this.#known = { view, names: new Map() };
      this.#onScreen.cancel();
      this.#pointed.cancel();
      this.#pending = new Set();
    }
    const { names } = this.#known;
    return marks.filter((mark) => !names.has(mark));
  }

  async #ask(
    { view, filter, window }: ShownView,
    marks: readonly number[],
    signal: AbortSignal,
  ): Promise<void> {
    const numbers = Uint32Array.from(marks, (mark) => view.marks.number[mark] ?? 0);
    const query = { filter, zoom: view.zoom, window, marks: numbers };
    const found = await this.#ofData((options) => this.#client(query, options), signal);
    if (this.#known.view !== view) return;
    const names = new Map(this.#known.names);
    marks.forEach((mark, at) => {
      names.set(mark, {
        place: found.place[at] ?? '',
        isAround: found.isAround[at] ?? false,
        morePlaces: found.morePlaces[at] ?? 0,
      });
    });
    this.#known = { view, names };
  }
}
