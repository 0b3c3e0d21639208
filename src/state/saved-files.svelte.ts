import type { SavedFile, SavedFileStore } from '../io/saved-files.ts';
import type { Notices, SavedFileName } from './notices.svelte.ts';

/** Which open data sets this device keeps as files, to be opened again with the page. */
export class SavedFiles {
  readonly #store: SavedFileStore;
  readonly #notices: Notices;
  /** Keys of the stored files, by the number of the data set. */
  #keys = $state.raw<ReadonlyMap<number, string>>(new Map());
  /** Data sets whose file is being stored; false: the reader wants it deleted meanwhile. */
  readonly #saving = new Map<number, boolean>();

  constructor(store: SavedFileStore, notices: Notices) {
    this.#store = store;
    this.#notices = notices;
  }

  isSaved(dataset: number): boolean {
    return this.#keys.has(dataset);
  }

  all(): ReturnType<SavedFileStore['all']> {
    return this.#store.all();
  }

  /** A data set was read from a stored file. */
  opened(dataset: number, key: string): void {
    this.#keys = new Map(this.#keys).set(dataset, key);
  }

  /** Stores the file of a data set; when that has been closed meanwhile, nothing stays. */
  async save(dataset: number, file: SavedFile, isOpen: () => boolean): Promise<void> {
    if (this.isSaved(dataset)) return;
    const isUnderWay = this.#saving.has(dataset);
    this.#saving.set(dataset, true);
    if (isUnderWay) return;
    const stored = await this.#store.put(file);
    const isWanted = this.#saving.get(dataset) === true && isOpen();
    this.#saving.delete(dataset);
    if (typeof stored !== 'string') {
      if (isWanted) this.#notices.notify({ kind: 'not-saved', file: file.name, why: stored.why });
    } else if (isWanted) this.opened(dataset, stored);
    else await this.delete({ key: stored, name: file.name });
  }

  /** Deletes the stored file of a data set, if there is one. */
  async deleteOf(dataset: number, name: string): Promise<void> {
    if (this.#saving.has(dataset)) this.#saving.set(dataset, false);
    const key = this.#keys.get(dataset);
    if (key !== undefined) await this.delete({ key, name });
  }

  /** Deletes a stored file from this device; the notice of a failure offers to try again. */
  async delete({ key, name }: SavedFileName): Promise<void> {
    const isDeleted = await this.#store.remove(key);
    for (const { number, savedFile } of this.#notices.all)
      if (savedFile?.key === key) this.#notices.dismiss(number);
    if (isDeleted) this.#keys = new Map([...this.#keys].filter(([, one]) => one !== key));
    else this.#notices.notify({ kind: 'not-deleted', file: name }, { key, name });
  }

  /** Says that a stored file was not opened; it has no switch in the legend, so its notice offers to delete it. */
  reportUnopened(dataset: number, name: string): void {
    const key = this.#keys.get(dataset);
    if (key === undefined) return;
    this.#notices.notify({ kind: 'saved-file-unopened', file: name }, { key, name });
  }
}
