import type { UrlBarWindow } from '../../../src/io/url-bar.ts';

type Stop = { readonly state: unknown; readonly href: string };

/** A window with the history of a browser: a stack of stops, `popstate` afterwards, and a limit. */
export class FakeWindow implements UrlBarWindow {
  readonly #origin: string;
  #stops: readonly Stop[];
  #at = 0;
  #listeners: readonly (() => void)[] = [];
  /** The number of changes that are taken until it is set anew; further ones throw, or are ignored. */
  allowed = Infinity;
  refusal: 'throws' | 'ignores' = 'throws';

  constructor(query: string, origin = 'https://example.org/map/') {
    this.#origin = origin;
    this.#stops = [{ state: null, href: new URL(query, origin).href }];
  }

  get #stop(): Stop {
    const stop = this.#stops[this.#at];
    if (!stop) throw new Error('There is no such stop.');
    return stop;
  }
  get length(): number {
    return this.#stops.length;
  }
  get query(): string {
    return new URL(this.location.href).search;
  }

  get fragment(): string {
    return decodeURIComponent(new URL(this.location.href).hash);
  }

  readonly location = ((owner: FakeWindow) => ({
    get href(): string {
      return owner.#stop.href;
    },
  }))(this);

  readonly history = ((owner: FakeWindow) => ({
    get state(): unknown {
      return owner.#stop.state;
    },
    pushState(state: unknown, _: string, url: string): void {
      owner.#change([...owner.#stops.slice(0, owner.#at + 1), owner.#made(state, url)], 1);
    },
    replaceState(state: unknown, _: string, url: string): void {
      owner.#change(owner.#stops.with(owner.#at, owner.#made(state, url)), 0);
    },
  }))(this);

  #made(state: unknown, url: string): Stop {
    return { state: structuredClone(state), href: new URL(url, this.#origin).href };
  }

  #change(stops: readonly Stop[], step: number): void {
    if (this.allowed <= 0) {
      if (this.refusal === 'throws') throw new DOMException('Too many calls', 'SecurityError');
      return;
    }
    this.allowed--;
    this.#stops = stops;
    this.#at += step;
  }

  addEventListener(_: 'popstate', listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }
  removeEventListener(_: 'popstate', listener: () => void): void {
    this.#listeners = this.#listeners.filter((one) => one !== listener);
  }

  /** Back (negative) or Forward; the page hears of it in a later task. */
  async go(steps: number): Promise<void> {
    this.#at = Math.min(Math.max(this.#at + steps, 0), this.#stops.length - 1);
    await new Promise((resolve) => setTimeout(resolve));
    for (const listener of this.#listeners) listener();
    await new Promise((resolve) => setTimeout(resolve));
  }
}
