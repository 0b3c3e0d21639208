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
import { browserSettings } from './io/local-settings.ts';
import { watchPageErrors } from './io/page-errors.ts';
import { browserPageServer } from './io/page-server.ts';
import { saveFile } from './io/save-file.ts';
import { startObstacle, removeNotStarted, showObstacle } from './io/start-obstacle.ts';
import { browserEnvironment } from './io/environment.ts';
import { AppState } from './state/app-state.svelte.ts';
import { ChangedFile, CrashedWorker, WorkerClient } from './worker/worker-client.ts';

function start(addressBar: BrowserUrlBar): void {
  const worker: WorkerClient = WorkerClient.start({
    broken: (message) => {
      reportBug(message);
    },
    restarted: () => void app.recover(),
  });

  const app = new AppState({
    addressBar,
    settings: browserSettings,
    surroundings: browserEnvironment(),
    server: browserPageServer,
    dataFolder: addressBar.dataFolder,
    fetch: fetchBundled,
    open: (request) => worker.open(request),
    view: (request, options) => worker.ask('view', request, options),
    list: (request, options) => worker.ask('list', request, options),
    tableOrder: (request, options) => worker.ask('tableOrder', request, options),
    rowMarks: (request, options) => worker.ask('rowMarks', request, options),
    locate: (request, options) => worker.ask('locate', request, options),
    markNames: (request, options) => worker.ask('markNames', request, options),
    markPlaces: (request, options) => worker.ask('markPlaces', request, options),
    fields: (request, options) => worker.ask('fields', request, options),
    facets: (request, options) => worker.ask('facets', request, options),
    group: (request, options) => worker.ask('group', request, options),
    records: (rows, options) => worker.ask('records', rows, options),
    find: (id, options) => worker.ask('find', id, options),
    propose: (file, options) => worker.ask('propose', file, options),
    sample: (request, options) => worker.ask('sample', request, options),
    readFile: (request, options) => worker.ask('readFile', request, options),
    readOn: (dataset, options) => worker.ask('readOn', dataset, options),
    cancelImport: (dataset) => worker.ask('cancelImport', dataset),
    showDatasets: (sets, options) => worker.ask('showDatasets', sets, options),
    closeDataset: (set) => worker.ask('closeDataset', set),
    reportFile: (dataset, headings) => worker.ask('reportFile', { dataset, headings }),
    exportRows: (request) => worker.ask('exportRows', request),
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
