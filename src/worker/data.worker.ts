import { RequestHandlers } from './request-handlers.ts';
import { serve } from './server.ts';

/** The fingerprints of the files that the build has checked, by name: `commands/checked-files`. */
declare const CHECKED_FILES: Readonly<Record<string, string>>;

const loadImportModule = async () => (await import('./import-module.ts')).importModule;

const handlers = new RequestHandlers();
handlers.trust(CHECKED_FILES);
serve(self, handlers, loadImportModule);
