import type { PageServer } from '../io/page-server.ts';
import type { Notices } from './notices.svelte.ts';

/**
 * Parts of the page's own program, which come when they are needed. Browsers keep a failed import for as
 * long as the page is open, and a page that was published anew has other files: only a reload helps.
 */
export class ProgramParts {
  readonly #server: PageServer;
  readonly #notices: Notices;

  constructor(server: PageServer, notices: Notices) {
    this.#server = server;
    this.#notices = notices;
  }

  reportMissing(): void {
    this.#notices.withdraw('part-missing');
    this.#notices.notify({ kind: 'part-missing' });
  }

  /** Reloads the page, but not while its server does not answer: what is on screen would be lost. */
  async tryAgain(): Promise<void> {
    if (await this.#server.answers()) {
      this.#server.reload();
      return;
    }
    for (const kind of ['part-missing', 'page-unreachable'] as const) this.#notices.withdraw(kind);
    this.#notices.notify({ kind: 'page-unreachable' });
  }
}
