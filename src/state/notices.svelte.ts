import type { Fault } from '../core/fault.ts';

export type Notice = { readonly number: number; readonly fault: Fault };

/** Messages waiting to be read. */
export class Notices {
  #notices = $state.raw<readonly Notice[]>([]);
  #number = 0;

  get all(): readonly Notice[] {
    return this.#notices;
  }

  tell(fault: Fault): void {
    this.#notices = [...this.#notices, { number: ++this.#number, fault }];
  }

  /** Takes back what is no longer true. */
  withdraw(kind: Fault['kind']): void {
    this.#notices = this.#notices.filter(({ fault }) => fault.kind !== kind);
  }

  dismiss(number: number): void {
    this.#notices = this.#notices.filter((notice) => notice.number !== number);
  }
}
