import { RequestHandlers } from './request-handlers.ts';
import { serve } from './server.ts';

const loadFileDesk = async () => (await import('./import-module.ts')).importModule;

serve(self, new RequestHandlers(), loadFileDesk);
