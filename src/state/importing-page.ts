import type { StreetMap } from '../core/model/street-map.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { Datasets } from './datasets.svelte.ts';
import type { ImportEdges } from './import-session.svelte.ts';
import type { IncomingFile } from './incoming-file.ts';
import type { Notices } from './notices.svelte.ts';

/** Under this name the tab remembers which files a reload closes. */
export const OPEN_FILES = 'open-files';

/** Hears of each street map that is open: the file that may be kept, and the address it came from. */
type StreetMapOpened = (
  map: StreetMap,
  file: IncomingFile | undefined,
  address: string | undefined,
) => void;

/** What opening a file reads and changes of the page. */
export type ImportingPage = {
  readonly edges: ImportEdges;
  readonly datasets: Datasets;
  readonly notices: Notices;
  /** What is remembered as long as the tab is open. */
  readonly tab: SettingsStore;
  /** Until the worker is back, all that comes waits. */
  readonly isSuspended: boolean;
  /** Hears of each data set that has been read to its end. */
  readonly completed: (dataset: number) => void;
  readonly streetMapOpened: StreetMapOpened;
};
