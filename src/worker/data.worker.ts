import { RequestHandlers } from './request-handlers.ts';
import { serve } from './server.ts';

const loadImportModule = async () => (await import('./import-module.ts')).importModule;

serve(self, new RequestHandlers(), loadImportModule);
