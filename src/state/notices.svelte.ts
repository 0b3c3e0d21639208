import type { Message } from '../core/faults/message.ts';

/** A file that is saved on this device. */
export type SavedFileName = { readonly key: string; readonly name: string };

export type Notice = {
  readonly number: number;
  readonly message: Message;
  /** What the notice offers to delete from this device. */
  readonly savedFile?: SavedFileName | undefined;
};

/** What the next notice may replace: the page shows it elsewhere too, or it was said of one action only. */
const PASSING: ReadonlySet<Message['kind']> = new Set([
  'file-read',
  'street-map-opened',
  'outside-period',
  'window-corrected',
  'unread-date',
]);

/**
 * What stays as it is and asks for nothing goes under the others: it may arrive late, when the reader is
 * already reading of something else.
 */
const LASTING: ReadonlySet<Message['kind']> = new Set(['no-webgl']);

/** Messages waiting to be read: the last one is shown, those before it after it was dismissed. */
export class Notices {
  #notices = $state.raw<readonly Notice[]>([]);
  #number = 0;

  get all(): readonly Notice[] {
    return this.#notices;
  }

  notify(message: Message, savedFile?: SavedFileName): void {
    const textOf = (notice: Omit<Notice, 'number'>): string =>
      JSON.stringify([notice.message, notice.savedFile?.key]);
    const text = textOf({ message, savedFile });
    const others = this.#notices.filter((notice) => textOf(notice) !== text);
    const notice = { number: ++this.#number, message, savedFile };
    this.#notices = LASTING.has(message.kind)
      ? [notice, ...others]
      : [...others.filter((other) => !PASSING.has(other.message.kind)), notice];
  }

  /** Takes back what is no longer true. */
  withdraw(kind: Message['kind']): void {
    this.#notices = this.#notices.filter(({ message }) => message.kind !== kind);
  }

  dismiss(number: number): void {
    this.#notices = this.#notices.filter((notice) => notice.number !== number);
  }
}
