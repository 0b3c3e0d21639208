import {
  isTracking,
  PAGE_PARAMETERS,
  readQuery,
  survivesAtEnd,
  type QueryParameters,
} from '../core/url/read-query.ts';

/** The query of the page's address, as parts by name. */
export type UrlBar = {
  /** The parts as they are meant (`readQuery`). */
  read(): QueryParameters;
  /** The address was written by this page, as Back and a reload find it; any other is a link that was followed. */
  readonly isWrittenHere: boolean;
  /** Adds a history entry; returns false if the browser refuses it for now. */
  push(parts: QueryParameters): boolean;
  /** Replaces the current history entry; returns false if the browser refuses it for now. */
  replace(parts: QueryParameters): boolean;
  /** The whole address with these parts, to be copied. */
  linkTo(parts: QueryParameters): string;
  /** Calls back after Back or Forward; returns a function that stops it. */
  onTravel(listener: () => void): () => void;
};

/** What an address bar needs of a browser window. */
export type UrlBarWindow = {
  readonly location: { readonly href: string };
  readonly history: {
    readonly state: unknown;
    pushState(state: unknown, unused: string, url: string): void;
    replaceState(state: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
};

/** Marks stops that this page wrote, so that a reload is not taken for a link that was followed. */
const WRITTEN_HERE = { isWrittenHere: true };

const readable = (code: string): string => decodeURIComponent(code);

/** Replaces lone surrogates, which cannot be percent-encoded, by U+FFFD. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const written = ([name, text]: readonly [string, string]): string =>
  `${encoded(name)}=${encoded(text).replace(/%(2C|2F|3A)/g, readable)}`;

/** A folder next to the page: plain names, no way out of it and to no other site. */
const FOLDER = /^[\w-]+(?:\/[\w-]+)*$/;

/** The address bar of a window. What belongs to the page and not to the view stays in every address. */
export class BrowserUrlBar implements UrlBar {
  readonly #window: UrlBarWindow;
  /** Parts of the page in the order of an address. */
  #page: QueryParameters;
  /** What others appended; it stays in the address and is not passed on with a link. */
  readonly #tracking: QueryParameters;

  constructor(window: UrlBarWindow) {
    this.#window = window;
    const parts = this.read();
    const pageParts = PAGE_PARAMETERS.flatMap((name) => {
      const text = parts.get(name);
      return text === undefined ? [] : [[name, text] as const];
    });
    this.#page = new Map(pageParts);
    this.#tracking = new Map([...parts].filter(([name]) => isTracking(name)));
  }

  /** The folder of a data set that the address names instead of the bundled one. */
  get dataFolder(): string | undefined {
    const folder = this.#page.get('set');
    return folder !== undefined && FOLDER.test(folder) ? folder : undefined;
  }

  /** The address of data that the page's address asks for, besides its own. */
  get linkedData(): string | undefined {
    return this.#page.get('data');
  }

  get isWrittenHere(): boolean {
    return this.#window.history.state !== null;
  }

  /**
   * Whether the page opened by a link that names data or a view; a view that this page wrote itself,
   * before a reload, is none.
   */
  get isViewLinked(): boolean {
    if (this.linkedData !== undefined) return true;
    if (this.isWrittenHere) return false;
    const parts = [...this.read().keys()].filter((name) => !isTracking(name));
    return parts.some((name) => name !== 'embed' && name !== 'set');
  }

  /** Names in the address the data that are open next to the page's own; undefined takes them out. */
  nameLinkedData(data: string | undefined): void {
    const page = new Map([...this.#page].filter(([name]) => name !== 'data'));
    if (data !== undefined) page.set('data', data);
    this.#page = page;
    this.replace(this.#view);
  }

  read(): QueryParameters {
    const { search, hash } = new URL(this.#window.location.href);
    return readQuery(search, hash);
  }

  push(parts: QueryParameters): boolean {
    const address = this.#address([...this.#tracking, ...this.#page], parts);
    return this.#change(address, () => {
      this.#window.history.pushState(WRITTEN_HERE, '', address);
    });
  }

  replace(parts: QueryParameters): boolean {
    const address = this.#address([...this.#tracking, ...this.#page], parts);
    return this.#change(address, () => {
      this.#window.history.replaceState(WRITTEN_HERE, '', address);
    });
  }

  linkTo(parts: QueryParameters): string {
    return this.#address([...this.#page], parts);
  }

  onTravel(listener: () => void): () => void {
    const travelled = (): void => {
      // Back neither opens nor closes data: every history entry names the data that are open now.
      if (this.read().get('data') !== this.linkedData) this.replace(this.#view);
      listener();
    };
    this.#window.addEventListener('popstate', travelled);
    return () => {
      this.#window.removeEventListener('popstate', travelled);
    };
  }

  /** The parts of the address that are not the page's own. */
  get #view(): QueryParameters {
    const isOfPage = (name: string): boolean => PAGE_PARAMETERS.some((part) => part === name);
    return new Map([...this.read()].filter(([name]) => !isOfPage(name) && !isTracking(name)));
  }

  #address(before: readonly (readonly [string, string])[], parts: QueryParameters): string {
    const url = new URL(this.#window.location.href);
    const all = [...before, ...parts];
    const [name = '', text = ''] = all.at(-1) ?? [];
    // A search may end with punctuation; the mode of the opening view ends without and changes nothing.
    if (!survivesAtEnd(name, text) && !isTracking(name)) all.push(['mode', 'window']);
    url.search = all.map(written).join('&');
    url.hash = '';
    return url.href;
  }

  /** Browsers limit how often an address may change: some throw, others ignore the call. */
  #change(address: string, change: () => void): boolean {
    try {
      change();
    } catch {
      return false;
    }
    return this.#window.location.href === address;
  }
}
