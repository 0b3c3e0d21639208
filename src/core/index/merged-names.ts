import type { Task } from '../base/task.ts';
import { NO_MARK, type MarkLayout } from '../layout/mark-layout.ts';
import type { Filter } from '../filters/filter.ts';
import type { ColorScheme } from '../records/color-scheme.ts';
import type { ListShare } from './dataset-index.ts';
import { frequentNames, joinNames, NO_NAME, type JoinedNames } from './frequent-names.ts';
import { NO_GROUP } from './interval-index.ts';
import type { MarkOfPlaces, MarkPlaces } from './mark-places.ts';
import type { MarkNames, MarkNamesQuery } from './mark-view.ts';
import type { MergedParts } from './merged-parts.ts';
import type { RecordList } from './record-list.ts';

/** What the places of several data sets are called. Names are kept as numbers, and decoded on demand. */
export class MergedNames {
  readonly #parts: MergedParts;
  #joined: JoinedNames | undefined;

  constructor(parts: MergedParts) {
    this.#parts = parts;
  }

  async #names(task: Task): Promise<JoinedNames> {
    if (this.#joined) return this.#joined;
    const own = await this.#parts.ask(({ index }, part) => index.placeNames(part), task, 0, 0.8);
    return (this.#joined = await joinNames(own, task.part(0.8, 1)));
  }

  /** Of some marks of a layout: the text of their tooltips. */
  async ofMarks(
    layout: MarkLayout,
    { filter, window, marks }: Omit<MarkNamesQuery, 'zoom'>,
    task: Task,
  ): Promise<MarkNames> {
    const { isDated } = this.#parts;
    const position = new Uint32Array(layout.length).fill(NO_GROUP);
    marks.forEach((mark, at) => (position[mark] = at));
    const counted = await this.#parts.ask(
      async ({ index, firstPlace }, own) => ({
        groupOf: (place: number) =>
          position[layout.markOf[firstPlace + place] ?? NO_MARK] ?? NO_GROUP,
        counts: await index.placeCounts(filter, window, isDated, own),
      }),
      task,
      0,
      0.3,
    );
    const names = await this.#names(task.part(0.3, 0.7));
    const { name, distinct, town } = await frequentNames(
      counted,
      names,
      marks.length,
      task.part(0.7, 1),
    );
    return {
      place: Array.from(
        name,
        (one, mark) => town[mark] ?? (one === NO_NAME ? '' : names.texts.textOf(one)),
      ),
      isAround: town.map((one) => one !== undefined),
      morePlaces: distinct.map((count) => Math.max(count - 1, 0)),
    };
  }

  /** The incidents of a mark by the names of their places. */
  async inMark(
    mark: MarkOfPlaces,
    query: { readonly filter: Filter; readonly scheme: ColorScheme },
    task: Task,
  ): Promise<MarkPlaces | undefined> {
    const names = await this.#names(task.part(0, 0.3));
    const { markPlacesOf } = await import('./mark-places.ts');
    return markPlacesOf(this.#parts, names, mark, query, task.part(0.3, 1));
  }

  /** A mark without its places of other names. */
  async narrowed(mark: MarkOfPlaces, name: string, task: Task): Promise<MarkOfPlaces> {
    const names = await this.#names(task);
    const { placesNamed } = await import('./mark-places.ts');
    return { mark: mark.mark, markOf: placesNamed(this.#parts, names, mark, name) };
  }

  /** Of a list: the most frequent place, and how many more it has. */
  async ofList(
    shares: readonly ListShare[],
    task: Task,
  ): Promise<Pick<RecordList, 'place' | 'isAround' | 'morePlaces'>> {
    const names = await this.#names(task);
    const counted = shares.map(({ places }) => ({ groupOf: () => 0, counts: places }));
    const { name, distinct, town } = await frequentNames(counted, names, 1, task);
    const [first = NO_NAME] = name;
    return {
      place: town[0] ?? (first === NO_NAME ? '' : names.texts.textOf(first)),
      isAround: town[0] !== undefined,
      morePlaces: Math.max((distinct[0] ?? 0) - 1, 0),
    };
  }
}
