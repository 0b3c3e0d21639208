import './tokens.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { isMissingPart } from './core/base/missing-part.ts';
import { decodeStrictly } from './formats/native/decode-text.ts';
import { firstWords } from './i18n/first-words.ts';
import { BrowserUrlBar } from './io/url-bar.ts';
import { bundledAddress, fetchBundled } from './io/bundled-data.ts';
import { isOwnOrigin } from './io/own-origin.ts';
import { savedFilesOnDemand } from './io/saved-files-on-demand.ts';
import { browserSettings, sessionSettings } from './io/local-settings.ts';
import { watchPageErrors } from './io/page-errors.ts';
import { browserPageServer } from './io/page-server.ts';
import { saveFile } from './io/save-file.ts';
import { startObstacle, removeNotStarted, showObstacle } from './io/start-obstacle.ts';
import { browserEnvironment } from './io/environment.ts';
import { AppState } from './state/app-state.svelte.ts';
import type { RequestName, Requests } from './worker/protocol.ts';
import {
  ChangedFile,
  CrashedWorker,
  WorkerClient,
  type CallOptions,
} from './worker/worker-client.ts';

function start(addressBar: BrowserUrlBar): void {
  const worker: WorkerClient = WorkerClient.start({
    broken: (message) => {
      reportBug(message);
    },
    restarted: () => void app.recover(),
  });

  const ask =
    <Name extends RequestName>(name: Name) =>
    (input: Requests[Name]['input'], options?: CallOptions): Promise<Requests[Name]['output']> =>
      worker.ask(name, input, options);

  const app = new AppState({
    addressBar,
    settings: browserSettings,
    tabSettings: sessionSettings,
    surroundings: browserEnvironment(),
    server: browserPageServer,
    dataFolder: addressBar.dataFolder,
    fetch: fetchBundled,
    open: (request) => worker.open(request),
    view: ask('view'),
    list: ask('list'),
    tableOrder: ask('tableOrder'),
    rowMarks: ask('rowMarks'),
    locate: ask('locate'),
    markNames: ask('markNames'),
    markPlaces: ask('markPlaces'),
    fields: ask('fields'),
    facets: ask('facets'),
    group: ask('group'),
    records: ask('records'),
    find: ask('find'),
    propose: ask('propose'),
    sample: ask('sample'),
    readFile: ask('readFile'),
    readOn: ask('readOn'),
    cancelImport: ask('cancelImport'),
    showDatasets: ask('showDatasets'),
    closeDataset: ask('closeDataset'),
    reportFile: (dataset, headings) => worker.ask('reportFile', { dataset, headings }),
    exportRows: ask('exportRows'),
    fetchData: async (...asked) => (await import('./io/fetch-data.ts')).fetchData(...asked),
    isOwnOrigin,
    openStreets: async (file) => (await import('./map/streets/open-streets.ts')).openStreets(file),
    closeStreets: async (key) => {
      (await import('./map/streets/open-streets.ts')).closeStreets(key);
    },
    save: saveFile,
    savedFiles: savedFilesOnDemand(),
    linkedData: addressBar.linkedData,
    isViewLinked: addressBar.isViewLinked,
    nameLinkedData: (data) => void addressBar.nameLinkedData(data),
    addressOf: bundledAddress,
    bundledText: async (file) => {
      const fetched = await fetchBundled(file);
      const text = fetched.kind === 'ok' ? decodeStrictly(file, fetched.value) : fetched;
      return text.kind === 'ok' ? text.value : text.failure;
    },
  });

  const reportBug = (message: string): void => {
    app.notices.withdraw('bug');
    app.notices.notify({ kind: 'bug', message });
  };
  watchPageErrors(window, {
    error: reportBug,
    rejection: (reason) => {
      if (reason instanceof ChangedFile) {
        app.notices.withdraw('file-changed');
        app.notices.notify({ kind: 'file-changed' });
        return 'expected';
      }
      if (reason instanceof CrashedWorker) return 'expected';
      if (isMissingPart(reason)) {
        app.parts.reportMissing();
        return 'expected';
      }
      reportBug(reason instanceof Error ? reason.message : String(reason));
      return 'bug';
    },
  });

  removeNotStarted(document);
  mount(App, { target: document.body, props: { app } });
  void app.start();
}

const obstacle = startObstacle(window);
if (obstacle) showObstacle(document, firstWords.obstacles[obstacle]);
else void BrowserUrlBar.open(window).then(start);
