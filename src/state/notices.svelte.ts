import type { Fault } from '../core/faults/fault.ts';

/** A file that is kept on this device. */
export type KeptFile = { readonly key: string; readonly name: string };

export type Notice = {
  readonly number: number;
  readonly fault: Fault;
  /** What the notice offers to remove from this device. */
  readonly unopened?: KeptFile | undefined;
};

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

  notify(fault: Fault, unopened?: KeptFile): void {
    const textOf = (notice: Omit<Notice, 'number'>): string =>
      JSON.stringify([notice.fault, notice.unopened?.key]);
    const text = textOf({ fault, unopened });
    const kept = this.#notices.filter(
      (notice) => !PASSING.has(notice.fault.kind) && textOf(notice) !== text,
    );
    this.#notices = [...kept, { number: ++this.#number, fault, unopened }];
  }

  /** Takes back what is no longer true. */
  withdraw(kind: Fault['kind']): void {
    this.#notices = this.#notices.filter(({ fault }) => fault.kind !== kind);
  }

  dismiss(number: number): void {
    this.#notices = this.#notices.filter((notice) => notice.number !== number);
  }
}
