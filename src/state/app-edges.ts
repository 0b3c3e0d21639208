import type { Fault } from '../core/faults/fault.ts';
import type { Environment } from '../io/environment.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { PageServer } from '../io/page-server.ts';
import type { SavedFileStore } from '../io/saved-files.ts';
import type { UrlBar } from '../io/url-bar.ts';
import type { BundledDataEdges } from './bundled-data.svelte.ts';
import type { DatasetEdges } from './datasets.svelte.ts';
import type { ImportEdges } from './import-session.svelte.ts';
import type { QueryClient } from './query-client.ts';

/** The edges of the page that state speaks to; tests give their own. */
export type AppEdges = BundledDataEdges &
  QueryClient &
  DatasetEdges &
  ImportEdges & {
    readonly savedFiles: SavedFileStore;
    readonly addressBar: UrlBar;
    readonly settings: SettingsStore;
    readonly tabSettings: SettingsStore;
    readonly surroundings: Environment;
    readonly server: PageServer;
    /** The data that the page's address asks for, besides its own. */
    readonly linkedData: string | undefined;
    /** The page opened by a link that names data or a view. */
    readonly isViewLinked: boolean;
    /** The full address of a file that is served next to the page. */
    readonly addressOf: (file: string) => string;
    /** Fetches a text that is served next to the page. */
    readonly bundledText: (file: string) => Promise<string | Fault>;
  };
