import { serve, type Served } from '../../../src/worker/server.ts';
import { WorkerClient, type WorkerListeners } from '../../../src/worker/worker-client.ts';
import { TaskQueue } from '../../../src/worker/task-queue.ts';
import { importModule } from '../../../src/worker/import-module.ts';

/** Node hands out messages of one port as long as there are any; a browser gives each port its turn. */
const fairQueue = (): TaskQueue =>
  new TaskQueue(
    () =>
      new Promise((resolve) => {
        setImmediate(resolve);
      }),
  );

/** A worker whose thread is this one: its messages go through a real channel, copied and moved. */
class ChannelWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  isTerminated = false;

  constructor(handlers: Served) {
    super();
    const { port1, port2 } = this.#channel;
    port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
    serve(port2, handlers, () => Promise.resolve(importModule), fairQueue());
    port2.start();
  }
  postMessage(message: unknown, move: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, move);
  }
  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }
}

/** A client, and the workers that it has started, each with handlers of its own. */
export function startClient(
  handlersOf: (started: number) => Served,
  listeners: Partial<WorkerListeners> = {},
) {
  const workers: ChannelWorker[] = [];
  const client = new WorkerClient(
    () => {
      const worker = new ChannelWorker(handlersOf(workers.length));
      workers.push(worker);
      return worker as unknown as Worker;
    },
    { broken: () => undefined, restarted: () => undefined, ...listeners },
  );
  return { client, workers };
}
