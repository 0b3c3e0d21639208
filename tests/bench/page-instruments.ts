/**
 * What the bench does inside the page; no part of the site. `installInstruments` runs before the page's
 * own script: it listens to what the page and its worker tell each other and to long tasks.
 * `instrumentsOf` then takes hold of the map, which the site does not give away, through the class that
 * the site's own MapLibre file exports.
 */

type Message = {
  readonly kind: string;
  readonly number: number;
  readonly name?: string;
  readonly output?: unknown;
};

type CallTime = {
  readonly name: string;
  readonly milliseconds: number;
  readonly bytes: number;
};

type Instruments = {
  readonly calls: CallTime[];
  readonly longTasks: { readonly start: number; readonly milliseconds: number }[];
  worker: Worker | undefined;
  /** Of the last answered view. */
  drawn: { readonly marks: number };
};

declare global {
  interface Window {
    bench: Instruments;
  }
}

/** Runs in the page. */
export function installInstruments(): void {
  const bench: Instruments = {
    calls: [],
    longTasks: [],
    worker: undefined,
    drawn: { marks: 0 },
  };
  window.bench = bench;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      bench.longTasks.push({ start: startTime, milliseconds: duration });
  }).observe({ type: 'longtask', buffered: true });

  function bytesIn(value: unknown): number {
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value !== 'object' || value === null) return 0;
    return Object.values(value).reduce((sum: number, one) => sum + bytesIn(one), 0);
  }
  const asked = new Map<number, { readonly name: string; readonly at: number }>();
  const PlainWorker = window.Worker;
  window.Worker = class extends PlainWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (!String(url).includes('data.worker')) return;
      bench.worker = this;
      this.addEventListener('message', ({ data }: MessageEvent<Message>) => {
        const call = asked.get(data.number);
        if (data.kind !== 'done' || !call) return;
        const milliseconds = performance.now() - call.at;
        bench.calls.push({ name: call.name, milliseconds, bytes: bytesIn(data.output) });
        if (call.name !== 'view') return;
        const { view } = data.output as { view: { marks: { length: number } } };
        bench.drawn = { marks: view.marks.length };
      });
    }
    override postMessage(message: Message, options?: unknown): void {
      if (message.name !== undefined)
        asked.set(message.number, { name: message.name, at: performance.now() });
      super.postMessage(message, options as Transferable[]);
    }
  };
}

export type StepTimes = {
  /** From the input to the end of script, style and layout that it caused. */
  readonly own: number;
  /** MapLibre's part of the frame on the main thread. */
  readonly map: number;
  /** From the input until the frame's pixels could be read back. */
  readonly painted: number;
};

/** Runs in the page; each function is called by name from outside. */
export async function takeHoldOfMap(): Promise<void> {
  type MapClass = {
    readonly prototype: { triggerRepaint: () => void; _render: (...parts: unknown[]) => unknown };
  };
  const script = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .find((name) => /maplibre-gl-[^/]*\.js$/.test(name) && !name.includes('worker'));
  if (script === undefined) throw new Error('MapLibre was not loaded.');
  const exported: unknown = await import(/* @vite-ignore */ script);
  const classes = Object.values(exported as Record<string, unknown>).filter(
    (one): one is MapClass =>
      typeof one === 'function' &&
      'setFeatureState' in (one.prototype as object) &&
      'fitBounds' in (one.prototype as object),
  );
  const [MapLibreMap] = classes;
  if (!MapLibreMap) throw new Error('MapLibre exports no map.');
  const { prototype } = MapLibreMap;
  const plainRender = prototype._render;
  const held = { map: undefined as unknown, rendering: 0 };
  prototype._render = function render(this: unknown, ...parts: unknown[]) {
    held.map = this;
    const start = performance.now();
    const result = plainRender.apply(this, parts);
    held.rendering += performance.now() - start;
    return result;
  };
  (window as unknown as { held: typeof held }).held = held;
}
