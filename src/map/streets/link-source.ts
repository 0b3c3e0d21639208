import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles';
import { readAtMost } from './read-at-most.ts';

/** Why no part of a file came: its server redirects, or sends only the whole file, or answers otherwise. */
export class PartNotSent extends Error {
  readonly why: 'redirected' | 'whole' | 'refused';
  constructor(why: PartNotSent['why']) {
    super(`No part of the file was sent: ${why}.`);
    this.why = why;
  }
}

/**
 * Parts of a file of the web. As for all files of the web, no cookies are sent nor which page asks, and a redirect
 * is followed only if the reader agreed; the source of `pmtiles` sends the address of the page.
 */
export class LinkSource implements Source {
  readonly #address: string;
  readonly #mayFollow: boolean;
  /** The file was changed while it was open: what the browser has kept of it is old. */
  #hasChanged = false;

  constructor(address: string, mayFollow: boolean) {
    this.#address = address;
    this.#mayFollow = mayFollow;
  }

  getKey(): string {
    return this.#address;
  }

  async getBytes(
    offset: number,
    length: number,
    signal?: AbortSignal,
    etag?: string,
  ): Promise<RangeResponse> {
    const response = await fetch(this.#address, {
      headers: { range: `bytes=${String(offset)}-${String(offset + length - 1)}` },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: this.#mayFollow ? 'follow' : 'manual',
      cache: this.#hasChanged ? 'reload' : 'default',
      ...(signal && { signal }),
    });
    const version = versionOf(response);
    const hasChanged = etag !== undefined && version !== undefined && version !== etag;
    if (response.status === 206 && response.body && !hasChanged) {
      // More than was asked for is not waited for: it may be the whole of a large file.
      const { data } = await readAtMost(response.body, length);
      return { data, ...(version !== undefined && { etag: version }) };
    }
    await response.body?.cancel();
    if (response.type === 'opaqueredirect') throw new PartNotSent('redirected');
    if (!hasChanged) throw new PartNotSent(response.ok ? 'whole' : 'refused');
    this.#hasChanged = true;
    // On this `pmtiles` reads the header again.
    throw new EtagMismatch();
  }
}

/** Differs after any change of the file; undefined where the server does not say, or only says it roughly. */
function versionOf({ headers }: Response): string | undefined {
  const etag = headers.get('etag') ?? 'W/';
  return etag.startsWith('W/') ? undefined : etag;
}
