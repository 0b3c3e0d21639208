import { DataDesk } from './data-desk.ts';
import { serve } from './server.ts';

const loadFileDesk = async () => (await import('./file-desk.ts')).fileDesk;

serve(self, new DataDesk(), loadFileDesk);
