import type { AddressParts } from '../core/url/address-reader.ts';
import { survivesAtEnd } from '../core/url/link-end.ts';
import { FRAGMENT_PARTS, type QueryParameters } from '../core/url/query-parameters.ts';

/** The view that the page's address names, as parts by name. */
export type UrlBar = {
  /** The parts as they are meant (`readQuery`). */
  read(): Promise<QueryParameters>;
  /** The address was written by this page, as Back and a reload find it; any other is a link that was followed. */
  readonly isWrittenHere: boolean;
  /** Adds a history entry; returns false if the browser refuses it for now. */
  push(parts: QueryParameters): boolean;
  /** Replaces the current history entry; returns false if the browser refuses it for now. */
  replace(parts: QueryParameters): boolean;
  /** The whole address with these parts, to be copied. */
  linkTo(parts: QueryParameters): string;
  /** Calls back after Back or Forward, at once; returns a function that stops it. */
  onTravel(listener: (parts: Promise<QueryParameters>) => void): () => void;
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

const NO_PARTS: AddressParts = { page: new Map(), view: new Map(), tracking: new Map() };

/** What reads addresses is loaded with the first one that has a query: most visits begin without. */
const loadReader = () => import('../core/url/address-reader.ts');

async function readAddress(href: string): Promise<AddressParts> {
  const { search, hash } = new URL(href);
  return search === '' && hash === '' ? NO_PARTS : (await loadReader()).readAddress(search, hash);
}

/** The address bar of a window. What belongs to the page and not to the view stays in every address. */
export class BrowserUrlBar implements UrlBar {
  readonly #window: UrlBarWindow;
  #page: QueryParameters;
  /** It stays in the address and is not passed on with a link. */
  readonly #tracking: QueryParameters;
  /**
   * Whether the page opened by a link that names data or a view; a view that this page wrote itself,
   * before a reload, is none.
   */
  readonly isViewLinked: boolean;

  private constructor(window: UrlBarWindow, { page, view, tracking }: AddressParts) {
    this.#window = window;
    this.#page = page;
    this.#tracking = tracking;
    this.isViewLinked = this.linkedData !== undefined || (!this.isWrittenHere && view.size > 0);
  }

  /** Reads the address that the page opens with. */
  static async open(window: UrlBarWindow): Promise<BrowserUrlBar> {
    return new BrowserUrlBar(window, await readAddress(window.location.href));
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

  /** Names in the address the data that are open next to the page's own; undefined takes them out. */
  async nameLinkedData(data: string | undefined): Promise<void> {
    const page = new Map([...this.#page].filter(([name]) => name !== 'data'));
    if (data !== undefined) page.set('data', data);
    this.#page = page;
    await this.#readEntry();
  }

  async read(): Promise<QueryParameters> {
    return (await readAddress(this.#window.location.href)).view;
  }

  push(parts: QueryParameters): boolean {
    const address = this.#address(this.#tracking, parts);
    // Back and Forward will have to read; what fails to load is reported then.
    loadReader().catch(() => undefined);
    return this.#change(address, () => {
      this.#window.history.pushState(WRITTEN_HERE, '', address);
    });
  }

  replace(parts: QueryParameters): boolean {
    const address = this.#address(this.#tracking, parts);
    return this.#change(address, () => {
      this.#window.history.replaceState(WRITTEN_HERE, '', address);
    });
  }

  linkTo(parts: QueryParameters): string {
    return this.#address(new Map(), parts);
  }

  onTravel(listener: (parts: Promise<QueryParameters>) => void): () => void {
    const travelled = (): void => {
      listener(this.#readEntry());
    };
    this.#window.addEventListener('popstate', travelled);
    return () => {
      this.#window.removeEventListener('popstate', travelled);
    };
  }

  /** Reads a history entry. Back neither opens nor closes data: it is made to name the data that are open now. */
  async #readEntry(): Promise<QueryParameters> {
    const { href } = this.#window.location;
    const { page, view } = await readAddress(href);
    // What was written meanwhile names them, and an entry that was gone to meanwhile is read by itself.
    const isHere = this.#window.location.href === href;
    if (isHere && page.get('data') !== this.linkedData) this.replace(view);
    return view;
  }

  #address(tracking: QueryParameters, parts: QueryParameters): string {
    const url = new URL(this.#window.location.href);
    const all = [...this.#page, ...parts];
    const inFragment = all.filter(([name]) => FRAGMENT_PARTS.has(name));
    const inQuery = all.filter(([name]) => !FRAGMENT_PARTS.has(name));
    const last = inFragment.length > 0 ? inFragment : inQuery;
    const [, text = ''] = last.at(-1) ?? [];
    // A search may end with punctuation; its mode ends without, and says nothing new.
    if (!survivesAtEnd(text)) last.push(['mode', parts.get('mode') ?? 'window']);
    url.search = [...tracking, ...inQuery].map(written).join('&');
    url.hash = inFragment.map(written).join('&');
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
