import type { Message } from '../../core/faults/message.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { Words } from '../../i18n/words.ts';

type FirstFault = Parameters<FirstWords['faults']['sentence']>[0];

/**
 * The sentences of faults. The first view has those that must be there when nothing more can be loaded; the
 * others are loaded with the first fault that needs one.
 */
export class FaultSentences {
  readonly #first: FirstWords['faults'];
  #all = $state.raw<Words['faults']>();
  #isRequested = false;

  constructor(first: FirstWords['faults']) {
    this.#first = first;
  }

  /** Undefined while it is being loaded. */
  of(message: Message): string | undefined {
    return this.#isFirst(message) ? this.#first.sentence(message) : this.#all?.sentence(message);
  }

  /** What is wrong with each record that a fault is about. */
  detailsOf(message: Message): readonly string[] {
    const all = this.#all;
    return all && message.kind === 'bad-records' ? message.faults.map(all.recordFault) : [];
  }

  /** Requested once: a second try would fail as the first did, and be reported again. */
  load(message: Message): void {
    if (this.#isRequested || this.#isFirst(message)) return;
    this.#isRequested = true;
    void import('../../i18n/words.ts').then(({ words }) => (this.#all = words.faults));
  }

  #isFirst(message: Message): message is FirstFault {
    return message.kind in this.#first.sentences;
  }
}
