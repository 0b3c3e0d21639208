import { cellBuffers } from '../../core/index/incident-cells.ts';
import type { IncidentCounts } from '../../core/index/dataset-index.ts';
import type { Task } from '../../core/base/task.ts';
import type { RequestName, Requests } from '../protocol.ts';

/** An answer, and the buffers that go away with it. */
export type Handled<Output> = { readonly output: Output; readonly move: ArrayBuffer[] };

/** Handlers of some calls of the protocol: long ones are tasks. */
export type HandlersOf<Names extends RequestName> = {
  readonly [Name in Names]: (
    input: Requests[Name]['input'],
    task: Task,
  ) => Handled<Requests[Name]['output']> | Promise<Handled<Requests[Name]['output']>>;
};

export const countedBuffers = ({ cells, areas, now, fits }: IncidentCounts): ArrayBuffer[] => [
  ...[cells, areas, ...(now ? [now] : [])].flatMap(cellBuffers),
  fits.buffer,
];
