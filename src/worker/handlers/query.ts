import type { RecordGroup } from '../../core/index/record-group.ts';
import { recordListBuffers } from '../../core/index/record-list-buffers.ts';
import type { RecordList } from '../../core/index/record-list.ts';
import { markViewBuffers } from '../../core/index/mark-view.ts';
import type { Task } from '../../core/base/task.ts';
import type { GroupKey } from '../../core/url/view-state.ts';
import type { OpenDatasets } from '../open-datasets.ts';
import type { AskedGroup, ListRequest, Requests } from '../protocol.ts';
import { type HandlersOf, type Handled, countedBuffers } from './handled.ts';
import type { ImportModule } from './import.ts';

/** Records that come with the list of a group: about what a tall panel shows at first. */
const FIRST_RECORDS = 20;

/** Answers the page's questions about the data sets that are on. */
export class QueryHandlers implements HandlersOf<
  | 'view'
  | 'locate'
  | 'markNames'
  | 'markPlaces'
  | 'list'
  | 'tableOrder'
  | 'rowMarks'
  | 'group'
  | 'records'
  | 'find'
  | 'fields'
  | 'facets'
  | 'sizes'
  | 'exportRows'
> {
  readonly #datasets: OpenDatasets;
  readonly #module: () => ImportModule;

  constructor(datasets: OpenDatasets, module: () => ImportModule) {
    this.#datasets = datasets;
    this.#module = module;
  }

  async exportRows(
    request: Requests['exportRows']['input'],
    task: Task,
  ): Promise<Handled<Requests['exportRows']['output']>> {
    const output = await this.#module().exportRows(
      this.#datasets,
      request,
      (window, part) => this.#listing({ ...request, window }, part),
      task,
    );
    return { output, move: [] };
  }

  async view(
    request: Requests['view']['input'],
    task: Task,
  ): Promise<Handled<Requests['view']['output']>> {
    const { filter, selected: named, countsIn, ...where } = request;
    const { index } = this.#datasets;
    const selected = named && index.refOf(named);
    const counts =
      countsIn && (await index.counts(filter, request.scheme, countsIn.seen, task.part(0, 0.3)));
    const view = await index.view(filter, { ...where, selected }, task.part(0.3, 1));
    return {
      output: { view, counts },
      move: [...markViewBuffers(view), ...(counts ? countedBuffers(counts) : [])],
    };
  }

  async locate(
    request: Requests['locate']['input'],
    task: Task,
  ): Promise<Handled<Requests['locate']['output']>> {
    return { output: await this.#datasets.index.locate(request, task), move: [] };
  }

  async markNames(
    request: Requests['markNames']['input'],
    task: Task,
  ): Promise<Handled<Requests['markNames']['output']>> {
    const output = await this.#datasets.index.markNames(request, task);
    return { output, move: [output.morePlaces.buffer] };
  }

  async markPlaces(
    { groups: asked, ...query }: Requests['markPlaces']['input'],
    task: Task,
  ): Promise<Handled<Requests['markPlaces']['output']>> {
    const groups = asked.map((group) => this.#groupOf(group));
    const output = await this.#datasets.index.markPlaces({ ...query, groups }, task);
    const { markPlacesBuffers } = await import('../../core/index/mark-places.ts');
    return { output, move: output ? markPlacesBuffers(output.places) : [] };
  }

  async list(
    request: Requests['list']['input'],
    task: Task,
  ): Promise<Handled<Requests['list']['output']>> {
    const listing = await this.#listing(request, task);
    return { output: listing, move: listing ? recordListBuffers(listing) : [] };
  }

  async tableOrder(
    { sort, group, ...query }: Requests['tableOrder']['input'],
    task: Task,
  ): Promise<Handled<Requests['tableOrder']['output']>> {
    const merged = group && this.#groupOf(group);
    if (group && !merged) return { output: undefined, move: [] };
    const listing = await this.#datasets.index.tableOrder({ ...query, group: merged }, sort, task);
    return { output: listing, move: listing ? recordListBuffers(listing) : [] };
  }

  async rowMarks(
    query: Requests['rowMarks']['input'],
    task: Task,
  ): Promise<Handled<Requests['rowMarks']['output']>> {
    const output = await this.#datasets.index.marksOf(query, task);
    return { output, move: [output.buffer] };
  }

  async #listing({ group, ...query }: ListRequest, task: Task): Promise<RecordList | undefined> {
    const merged = group && this.#groupOf(group);
    if (group && !merged) return undefined;
    return this.#datasets.index.list({ ...query, group: merged }, task);
  }

  async group(
    { filter, window, group: asked }: Requests['group']['input'],
    task: Task,
  ): Promise<Handled<Requests['group']['output']>> {
    const { index } = this.#datasets;
    const group = this.#groupOf(asked, await index.zoomLimit(task.part(0, 0)));
    const key = group && this.#keyOf(group);
    if (!group || !key) return { output: undefined, move: [] };
    const query = { filter, extent: undefined, window, group };
    const list = await index.list(query, task.part(0, 0.9));
    if (!list) return { output: undefined, move: [] };
    const mark = await index.markNumber(group, filter, task.part(0.9, 1));
    const records = index.records(list.rows.subarray(0, FIRST_RECORDS));
    return { output: { group: key, list, records, mark }, move: recordListBuffers(list) };
  }

  records(refs: Requests['records']['input']): Handled<Requests['records']['output']> {
    return { output: this.#datasets.index.records(refs), move: [] };
  }

  find(name: Requests['find']['input']): Handled<Requests['find']['output']> {
    const { index } = this.#datasets;
    const ref = index.refOf(name);
    return { output: ref === undefined ? undefined : index.record(ref), move: [] };
  }

  async facets(
    query: Requests['facets']['input'],
    task: Task,
  ): Promise<Handled<Requests['facets']['output']>> {
    const output = await this.#datasets.index.facets(query, task);
    const buffers = output.facets.flatMap(({ certain, possible }) => [certain, possible]);
    return { output, move: buffers.map(({ buffer }) => buffer) };
  }

  async fields(
    _: Requests['fields']['input'],
    task: Task,
  ): Promise<Handled<Requests['fields']['output']>> {
    return { output: await this.#datasets.index.fields(task), move: [] };
  }

  sizes(): Handled<Requests['sizes']['output']> {
    return { output: this.#datasets.bytes, move: [] };
  }

  /** Work that nobody waits for yet: what the first search will need. */
  async prepare(task: Task): Promise<void> {
    for (const { index } of this.#datasets.on) await index.prepareSearch(task);
  }

  /** A group by the name of its record; undefined where that cannot be read. */
  #keyOf(group: RecordGroup): GroupKey | undefined {
    if (group.kind === 'area') return group;
    const record = this.#datasets.index.record(group.record);
    if (!record) return undefined;
    const { id, dataset } = record;
    return { kind: 'mark', zoom: group.zoom, incident: id, dataset, place: group.place };
  }

  /** Undefined where no record that is on has the id. A link to a closer view finds the mark of the closest one. */
  #groupOf(group: AskedGroup, zoomLimit = Infinity): RecordGroup | undefined {
    if (group.kind === 'area') return group;
    const { place } = group;
    const zoom = Math.min(group.zoom, zoomLimit);
    if (group.kind === 'mark-of-record') return { kind: 'mark', zoom, record: group.record, place };
    const { incident: id, dataset } = group;
    const record = this.#datasets.index.refOf({ id, dataset });
    return record === undefined ? undefined : { kind: 'mark', zoom, record, place };
  }
}
