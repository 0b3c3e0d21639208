import type { Fault } from '../core/fault.ts';

export type Notice = { readonly number: number; readonly fault: Fault };

/** What the next notice may replace: the page shows it elsewhere too, or it was said of one action only. */
const PASSING: ReadonlySet<Fault['kind']> = new Set([
  'file-read',
  'outside-period',
  'window-mended',
]);

/** Messages waiting to be read: the last one is shown, those before it after it was dismissed. */
export class Notices {
  #notices = $state.raw<readonly Notice[]>([]);
  #number = 0;

  get all(): readonly Notice[] {
    return this.#notices;
  }
  get shown(): Notice | undefined {
    return this.#notices.at(-1);
  }

  tell(fault: Fault): void {
    const text = JSON.stringify(fault);
    const kept = this.#notices.filter(
      (notice) => !PASSING.has(notice.fault.kind) && JSON.stringify(notice.fault) !== text,
    );
    this.#notices = [...kept, { number: ++this.#number, fault }];
  }

  /** Takes back what is no longer true. */
  withdraw(kind: Fault['kind']): void {
    this.#notices = this.#notices.filter(({ fault }) => fault.kind !== kind);
  }

  dismiss(number: number): void {
    this.#notices = this.#notices.filter((notice) => notice.number !== number);
  }
}
