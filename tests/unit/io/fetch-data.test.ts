/** The served files are made up. */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { fetchData } from '../../../src/io/fetch-data.ts';
import { isAbortError } from '../../../src/core/base/latest-request.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.unstubAllGlobals();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/table.csv`;
}

const LIMITS = { maxBytes: 100_000, maxSilentSeconds: 30 };
const load = (
  address: string,
  signal = new AbortController().signal,
  mayFollow = false,
  limits = LIMITS,
) => fetchData(address, () => undefined, signal, mayFollow, limits);

it('`fetchData` loads a bundled file', async () => {
  const loaded = await load(await serve((_, response) => response.end('a,b')));
  expect(loaded.kind === 'ok' && (await loaded.value.blob.text())).toBe('a,b');
  expect(loaded).toMatchObject({ value: { answeredBy: undefined } });
});

it('`fetchData` contacts no site that a redirect names', async () => {
  let visits = 0;
  const elsewhere = await serve((_, response) => {
    visits += 1;
    response.end('a,b');
  });
  const address = await serve((_, response) => {
    response.writeHead(302, { location: elsewhere }).end();
  });
  const asked = vi.fn(fetch);
  vi.stubGlobal('fetch', asked);
  expect(await load(address)).toEqual({ kind: 'redirected' });
  expect(visits).toBe(0);
  expect(asked.mock.calls[0]?.[1]?.redirect).toBe('manual');
  // Node shows the answer with its status; a browser hides it.
  vi.stubGlobal('fetch', () => Promise.resolve({ type: 'opaqueredirect', ok: false, status: 0 }));
  expect(await load(address)).toEqual({ kind: 'redirected' });
});

const stillWaiting = (): AbortSignal => new AbortController().signal;

it('`fetchData` follows a redirect if it may, and names the site that answered', async () => {
  const elsewhere = await serve((_, response) => response.end('a,b'));
  const address = await serve((request, response) => {
    const isMoved = request.url === '/table.csv';
    response.writeHead(302, { location: isMoved ? '/moved.csv' : elsewhere }).end();
  });
  const loaded = await load(address, stillWaiting(), true);
  expect(loaded).toMatchObject({ value: { answeredBy: new URL(elsewhere).host } });
  expect(loaded.kind === 'ok' && (await loaded.value.blob.text())).toBe('a,b');
});

it('`fetchData` names no other site if a redirect stays on the same site', async () => {
  const address = await serve((request, response) => {
    if (request.url === '/moved.csv') response.end('a,b');
    else response.writeHead(308, { location: '/moved.csv' }).end();
  });
  const loaded = await load(address, stillWaiting(), true);
  expect(loaded).toMatchObject({ kind: 'ok', value: { answeredBy: undefined } });
});

it('`fetchData` names the site that refuses or cannot be reached', async () => {
  const refusing = await serve((_, response) => response.writeHead(403).end());
  const first = await serve((_, response) => response.writeHead(302, { location: refusing }).end());
  expect(await load(first, stillWaiting(), true)).toMatchObject({
    failure: { kind: 'link-refused', host: new URL(refusing).host, status: 403 },
  });
  const endless = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
  expect(await load(endless, stillWaiting(), true)).toMatchObject({
    failure: { kind: 'link-unreachable', host: new URL(endless).host, isFollowed: true },
  });
});

it.each<[string, (response: ServerResponse) => void]>([
  ['says nothing at all', () => undefined],
  ['stops in the middle', (response) => void response.write('a,b')],
])('stops waiting for a site that %s', async (_, answer) => {
  const address = await serve((_request, response) => {
    answer(response);
  });
  const limits = { ...LIMITS, maxSilentSeconds: 0.2 };
  expect(await load(address, stillWaiting(), false, limits)).toMatchObject({
    failure: { kind: 'link-stalled', seconds: 0.2 },
  });
});

it.each([
  ['with its size', { 'content-length': '100000000' }],
  ['without its size', {}],
])('`fetchData` stops an answer that exceeds the limit, sent %s', async (_, headers) => {
  const address = await serve((_request, response) => {
    response.writeHead(200, headers);
    const more = (): void => {
      while (response.writable && response.write('x'.repeat(16_384)));
      if (response.writable) response.once('drain', more);
    };
    more();
  });
  expect(await load(address)).toMatchObject({ failure: { kind: 'too-large', part: 'file' } });
});

it('`fetchData` limits the unpacked size of an answer', async () => {
  const packed = gzipSync(new Uint8Array(20_000_000));
  expect(packed.length).toBeLessThan(LIMITS.maxBytes);
  const address = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length });
    response.end(packed);
  });
  expect(await load(address)).toMatchObject({ failure: { kind: 'too-large', part: 'file' } });
});

it.each(['user:secret@', 'user@', ':secret@'])(
  '`fetchData` gives the reason why it refuses %s',
  async (login) => {
    expect(await load(`http://${login}made-up.example/a.csv`)).toMatchObject({
      failure: { kind: 'link-with-password', host: 'made-up.example' },
    });
  },
);

it('`fetchData` reports no site if the reader cancels before the answer', async () => {
  const cancelling = new AbortController();
  const address = await serve(() => {
    cancelling.abort();
  });
  await expect(load(address, cancelling.signal)).rejects.toSatisfy(isAbortError);
});

it('`fetchData` reports no site if the reader cancels during the answer', async () => {
  const cancelling = new AbortController();
  const address = await serve((_request, response) => void response.write('a,b'));
  const cancel = (): void => {
    cancelling.abort();
  };
  const loading = fetchData(address, cancel, cancelling.signal, false, LIMITS);
  await expect(loading).rejects.toSatisfy(isAbortError);
});
