import type { SettingsStore } from '../io/local-settings.ts';
import { OPEN_FILES, type ImportingPage } from './importing-page.ts';

function namesIn(text: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(text);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers only the names of files, and only as long as the tab is open: a reload closes the files. */
export function rememberFiles(tab: SettingsStore, names: readonly string[]): void {
  tab.write(OPEN_FILES, names.length === 0 ? '' : JSON.stringify(names));
}

/** Says which files the page before had open, and remembers those of this one instead. */
export function reportLostFiles(
  text: string,
  { tab, datasets, notices }: Pick<ImportingPage, 'tab' | 'datasets' | 'notices'>,
): void {
  const files = namesIn(text);
  rememberFiles(tab, datasets.lostOnReload);
  if (files.length > 0) notices.notify({ kind: 'files-not-kept', files });
}
