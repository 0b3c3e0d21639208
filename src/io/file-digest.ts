/** Up to this size the browser computes the digest at once, outside of the page's thread. */
const MAX_AT_ONCE = 64 * 2 ** 20;
/** What is hashed between two yields: about 10 ms of work. */
const PIECE = 2 ** 20;

type DigestOptions = {
  readonly signal: AbortSignal;
  /** Called with the part that is done, from 0 to 1; never for a small file. */
  readonly onProgress: (part: number) => void;
};

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The browser's own digest, which cannot be fed in pieces and is missing where a page is not served securely. */
const canDigest = (): boolean => (globalThis.crypto as Partial<Crypto>).subtle !== undefined;

/** The SHA-256 of a file, in hexadecimal digits, computed piece by piece so that the page stays responsive. */
export async function digestInPieces(
  file: Blob,
  { signal, onProgress }: DigestOptions,
): Promise<string> {
  const { sha256 } = await import('@noble/hashes/sha2.js');
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += PIECE) {
    signal.throwIfAborted();
    onProgress(at / file.size);
    hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
  }
  signal.throwIfAborted();
  return hexOf(hash.digest());
}

/** The SHA-256 of a file that the reader has. Nothing of it is kept or sent. */
export async function sha256Of(file: Blob, options: DigestOptions): Promise<string> {
  if (file.size > MAX_AT_ONCE || !canDigest()) return digestInPieces(file, options);
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  options.signal.throwIfAborted();
  return hexOf(new Uint8Array(digest));
}
