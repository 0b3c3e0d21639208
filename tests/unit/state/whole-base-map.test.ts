import { describe, expect, it } from 'vitest';
import { Notices } from '../../../src/state/notices.svelte.ts';
import { WholeBaseMap } from '../../../src/state/whole-base-map.svelte.ts';

type FetchData = ConstructorParameters<typeof WholeBaseMap>[0]['fetchData'];

const FILE = 'basemap/world.pmtiles';
const ADDRESS = `https://example.org/${FILE}`;

function started(fetchData: FetchData) {
  const notices = new Notices();
  const download = new WholeBaseMap({ fetchData }, notices);
  const said = (): readonly string[] => notices.all.map(({ message }) => message.kind);
  return { download, said, done: download.download(FILE, ADDRESS) };
}

describe('the download of the whole base map', () => {
  it('is announced and counted while it lasts, and then no more', async () => {
    const blob = new Blob(['made up']);
    let finish: (() => void) | undefined;
    const { download, said, done } = started((address, onProgress) => {
      expect(address).toBe(ADDRESS);
      onProgress(0.25);
      return new Promise((resolve) => {
        finish = () => {
          resolve({ kind: 'ok', value: { blob, answeredBy: undefined } });
        };
      });
    });
    expect(said()).toEqual(['base-map-whole']);
    expect(download.part).toBe(0.25);
    finish?.();
    expect(await done).toBe(blob);
    expect(said()).toEqual([]);
  });

  it('leaves the map plain where it is cancelled', async () => {
    const { download, said, done } = started(
      (_address, _onProgress, cancelled) =>
        new Promise((_resolve, reject) => {
          cancelled.addEventListener('abort', () => {
            reject(new DOMException('cancelled', 'AbortError'));
          });
        }),
    );
    download.cancel();
    expect(await done).toBeUndefined();
    expect(said()).toEqual([]);
  });

  it('says that the base map is missing where it fails', async () => {
    const { said, done } = started(() =>
      Promise.resolve({
        kind: 'failed',
        failure: { kind: 'link-refused', host: 'example.org', status: 503 },
      }),
    );
    expect(await done).toBeUndefined();
    expect(said()).toEqual(['base-map-missing']);
  });
});
