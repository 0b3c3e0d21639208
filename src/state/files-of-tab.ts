import type { SettingsStore } from '../io/local-settings.ts';

const NAME = 'open-files';

function namesIn(text: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(text);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** Only the names of files, and only as long as the tab is open: a reload closes the files. */
export class FilesOfTab {
  readonly #store: SettingsStore;

  constructor(store: SettingsStore) {
    this.#store = store;
  }

  remember(names: readonly string[]): void {
    this.#store.write(NAME, names.length === 0 ? '' : JSON.stringify(names));
  }

  /** Takes the names that the page before had open. */
  take(): readonly string[] {
    const text = this.#store.read(NAME) ?? '';
    if (text === '') return [];
    this.remember([]);
    return namesIn(text);
  }
}
