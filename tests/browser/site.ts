import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export type Site = {
  readonly address: string;
  /** Paths of the files that were requested so far, by pages and by their workers. */
  readonly requested: ReadonlySet<string>;
  /** Bytes that were asked for of files of which the page asks for parts, by path. */
  readonly partBytes: ReadonlyMap<string, number>;
  readonly close: () => void;
};

export type SiteOptions = {
  /** False for a server that sends a whole file whenever a part of it is asked for, as some do. */
  readonly sendsParts?: boolean;
};

/**
 * Serves the built site as any web server would serve a folder. Port 0 takes a free one; `beside` are
 * further folders by the name that they have in an address.
 */
export async function serveSite(
  port = 0,
  beside: Readonly<Record<string, string>> = {},
  { sendsParts = true }: SiteOptions = {},
): Promise<Site> {
  const files = sirv(dist, { dev: true });
  const folders = Object.entries(beside).map(([name, folder]) => ({
    prefix: `/${name}/`,
    files: sirv(folder, { dev: true }),
  }));
  const requested = new Set<string>();
  const partBytes = new Map<string, number>();
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    requested.add(path);
    if (!sendsParts) delete request.headers.range;
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (first !== undefined) {
      const bytes = Number(last) - Number(first) + 1;
      partBytes.set(path, (partBytes.get(path) ?? 0) + bytes);
    }
    const missing = (): void => {
      response.statusCode = 404;
      response.end('Not here');
    };
    const folder = folders.find(({ prefix }) => request.url?.startsWith(prefix));
    if (folder) {
      request.url = request.url?.slice(folder.prefix.length - 1) ?? '/';
      folder.files(request, response, missing);
    } else files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}/`,
    requested,
    partBytes,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
