/** The query of the page's address, as parts by name. */
export type AddressBar = {
  read(): ReadonlyMap<string, string>;
  /** A new stop for Back. */
  push(parts: ReadonlyMap<string, string>): void;
  /** The same stop, with other parts. */
  replace(parts: ReadonlyMap<string, string>): void;
  /** The whole address with these parts, to be copied. */
  linkTo(parts: ReadonlyMap<string, string>): string;
  /** Calls back after Back or Forward; returns how to stop that. */
  onTravel(listener: () => void): () => void;
};

/** Parts that belong to the page and not to the view; they stay as they are. */
const KEPT_PARTS = ['embed', 'set', 'data'];

function address(parts: ReadonlyMap<string, string>): string {
  const now = new URL(location.href);
  const kept = [...now.searchParams].filter(([name]) => KEPT_PARTS.includes(name));
  const query = [...kept, ...parts]
    .map(([name, text]) => `${name}=${encodeURIComponent(text).replace(/%(2C|2F|3A)/g, readable)}`)
    .join('&');
  now.search = query;
  now.hash = '';
  return now.href;
}

const readable = (code: string): string => decodeURIComponent(code);

/** A folder beside the page: plain names, no way out of it and to no other site. */
const FOLDER = /^[\w-]+(?:\/[\w-]+)*$/;

/** The folder of a data set that the address names instead of the bundled one. */
export function dataFolder(): string | undefined {
  const folder = new URL(location.href).searchParams.get('set');
  return folder !== null && FOLDER.test(folder) ? folder : undefined;
}

/** The address of data that the page's address asks for, besides its own. */
export const linkedData = (): string | undefined =>
  new URL(location.href).searchParams.get('data') ?? undefined;

/** Names in the address the data that are open beside the page's own; undefined takes them out. */
export function nameLinkedData(data: string | undefined): void {
  const now = new URL(location.href);
  if (data === undefined) now.searchParams.delete('data');
  else now.searchParams.set('data', data);
  history.replaceState(null, '', now);
}

export const browserAddressBar: AddressBar = {
  read: () => new Map(new URL(location.href).searchParams),
  push: (parts) => {
    history.pushState(null, '', address(parts));
  },
  replace: (parts) => {
    history.replaceState(null, '', address(parts));
  },
  linkTo: address,
  onTravel: (listener) => {
    addEventListener('popstate', listener);
    return () => {
      removeEventListener('popstate', listener);
    };
  },
};
