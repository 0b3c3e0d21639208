import { LatestRequest } from '../core/base/latest-request.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Fault } from '../core/faults/fault.ts';
import type { ColumnMapping } from '../core/mapping/column-mapping.ts';
import type { Encoding } from '../core/mapping/format-info.ts';
import type { SampleRow } from '../core/mapping/sample-row.ts';
import type { ProposedImport } from '../worker/protocol.ts';
import type { ImportStatus } from './import-status.ts';
import { Question } from './question.ts';

/** A recognised file and how it is to be read. */
export type MappedImport = { readonly proposed: ProposedImport; readonly mapping: ColumnMapping };

/** What the dialog needs of the worker. */
export type MappingWorker = {
  /** The first rows, as they would be read. */
  readonly sample: (mapping: ColumnMapping, signal: AbortSignal) => Promise<readonly SampleRow[]>;
  /** Proposes the file anew in another text encoding. */
  readonly propose: (
    encoding: Encoding,
    signal: AbortSignal,
  ) => Promise<Result<ProposedImport, Fault>>;
};

type Confirming = Extract<ImportStatus, { readonly kind: 'confirming' }>;

/** What the reader chooses in the dialog about columns, dates and encoding of one file. */
export class MappingChoice {
  readonly #worker: MappingWorker;
  /** A newer choice cancels the older. */
  readonly #choices = new LatestRequest();
  readonly #question: Question<Result<MappedImport, Fault>>;
  #status = $state.raw<Confirming | undefined>();

  constructor(worker: MappingWorker, signal: AbortSignal) {
    this.#worker = worker;
    this.#question = new Question(signal);
    signal.addEventListener('abort', () => {
      this.#choices.cancel();
    });
  }

  /** Undefined until the first rows are there. */
  get status(): Confirming | undefined {
    return this.#status;
  }

  /** Resolves when the reader has confirmed; with a fault where the file cannot be read as chosen. */
  async ask({ proposed, mapping }: MappedImport): Promise<Result<MappedImport, Fault>> {
    const { isOpen } = proposed.proposal.dateOrder;
    const [answer] = await Promise.all([
      this.#question.answered,
      this.#show(proposed, mapping, isOpen, this.#choices.start()),
    ]);
    return answer;
  }

  /** Shows how the first rows would be read. */
  async #show(
    proposed: ProposedImport,
    mapping: ColumnMapping,
    isDateOrderAsked: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const samples = await this.#worker.sample(mapping, signal);
    signal.throwIfAborted();
    const isEncodingPending = false;
    this.#status = {
      kind: 'confirming',
      proposed,
      mapping,
      samples,
      isDateOrderAsked,
      isEncodingPending,
    };
  }

  /** Another column mapping; the first rows are read anew. */
  async chooseMapping(mapping: ColumnMapping, isDateOrderAsked?: boolean): Promise<void> {
    const status = this.#status;
    if (!status) return;
    const isAsked = isDateOrderAsked ?? status.isDateOrderAsked;
    this.#status = { ...status, mapping, isDateOrderAsked: isAsked };
    // The new proposal takes the choice over, where it has the same columns.
    if (status.isEncodingPending) return;
    await this.#show(status.proposed, mapping, isAsked, this.#choices.start());
  }

  /** Another text encoding; the file is proposed anew, and what the reader changed stays. */
  async chooseEncoding(encoding: Encoding): Promise<void> {
    const before = this.#status;
    if (!before) return;
    const signal = this.#choices.start();
    this.#status = { ...before, isEncodingPending: true };
    try {
      const proposed = await this.#worker.propose(encoding, signal);
      if (proposed.kind === 'failed') {
        this.#question.answer(proposed);
        return;
      }
      const { proposal, columns } = proposed.value;
      const { mapping } = this.#status;
      const old = before.proposed;
      const isUnchanged = JSON.stringify(mapping) === JSON.stringify(old.proposal.mapping);
      const isOther = isUnchanged || columns.length !== old.columns.length;
      const chosen = isOther ? proposal.mapping : mapping;
      await this.#show(proposed.value, chosen, proposal.dateOrder.isOpen, signal);
    } catch (cause) {
      // The worker has no proposal any more that could be confirmed.
      if (!signal.aborted) this.#question.fail(cause);
      else throw cause;
    }
  }

  /** Goes on with the column mapping that is shown. */
  confirm(): void {
    const status = this.#status;
    if (!status || status.isDateOrderAsked) return;
    const { proposed, mapping, isEncodingPending } = status;
    if (mapping.calendar === 'unknown' || isEncodingPending) return;
    this.#choices.cancel();
    this.#question.answer(ok({ proposed, mapping }));
  }
}
