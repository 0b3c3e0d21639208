import type { Fault } from '../../core/faults/fault.ts';
import { ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { OpenDatasets } from '../open-datasets.ts';
import { readCheckedFiles, type OpenedFiles } from '../opened-files.ts';
import type { Requests, DataSnapshot, OpenRequest } from '../protocol.ts';
import { type HandlersOf, type Handled, countedBuffers } from './handled.ts';

/** Opens the data set of the page, and says which of the open data sets are on. */
export class DatasetHandlers implements HandlersOf<'open' | 'showDatasets' | 'closeDataset'> {
  readonly #datasets: OpenDatasets;
  #fingerprints: Readonly<Record<string, string>> = {};
  #bundled: Omit<OpenedFiles, 'table' | 'faults'> | undefined;

  constructor(datasets: OpenDatasets) {
    this.#datasets = datasets;
  }

  /** Files with these fingerprints, by name, were checked when the page was built. */
  trust(fingerprints: Readonly<Record<string, string>>): void {
    this.#fingerprints = fingerprints;
  }

  async open(
    request: Requests['open']['input'],
    task: Task,
  ): Promise<Handled<Requests['open']['output']>> {
    const checked = readCheckedFiles(request, this.#fingerprints);
    const read = checked ? ok(checked) : await this.#readUnchecked(request, task);
    if (read.kind === 'failed') return { output: read, move: [] };
    const { table, faults, ...bundled } = read.value;
    this.#bundled = bundled;
    this.#datasets.dataset = bundled.info;
    this.#datasets.areas = bundled.areas;
    this.#datasets.worldAreas = request.worldAreas;
    this.#datasets.put({
      number: 0,
      name: bundled.info.title,
      table,
      outlines: [],
      report: undefined,
      file: undefined,
    });
    this.#datasets.show([0]);
    const opened = await this.snapshot(task, faults);
    return { output: ok(opened.output), move: opened.move };
  }

  /** Most visits read the files as they were built. */
  async #readUnchecked(request: OpenRequest, task: Task): Promise<Result<OpenedFiles, Fault>> {
    const { readUncheckedFiles } = await import('../unchecked-files.ts');
    return readUncheckedFiles(request, task);
  }

  async showDatasets(
    numbers: Requests['showDatasets']['input'],
    task: Task,
  ): Promise<Handled<Requests['showDatasets']['output']>> {
    this.#datasets.show(numbers);
    return this.snapshot(task);
  }

  async closeDataset(
    number: Requests['closeDataset']['input'],
    task: Task,
  ): Promise<Handled<Requests['closeDataset']['output']>> {
    this.#datasets.close(number);
    return this.snapshot(task);
  }

  /** What the page is sent when the sets that are on have changed. */
  async snapshot(task: Task, faults: readonly Fault[] = []): Promise<Handled<DataSnapshot>> {
    const bundled = this.#bundled;
    if (!bundled) throw new Error('The bundled data set was requested before it was opened.');
    const { index, counts, ...joined } = await this.#datasets.join(task);
    const output: DataSnapshot = {
      ...bundled,
      ...joined,
      layers: index.layers,
      areaNames: index.areaNames,
      period: index.period,
      isByDay: index.isByDay,
      counts,
      faults,
    };
    return { output, move: countedBuffers(counts) };
  }
}
