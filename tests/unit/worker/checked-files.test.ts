/** The files are the published ones, changed by hand where a test says so. */
import { describe, expect, it } from 'vitest';
import { checkedFiles } from '../../../src/commands/checked-files.ts';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { readCheckedFiles } from '../../../src/worker/opened-files.ts';
import { readUncheckedFiles } from '../../../src/worker/unchecked-files.ts';
import { outputOf, published } from './open-handlers.ts';

const NAMES = {
  dataset: 'dataset.json',
  records: 'incidents.geojson',
  areas: 'basemap/governorates.json',
  sources: 'sources/index.json',
} as const;

const bytesOf = (file: string) => new Uint8Array(published(file));
const FILES = {
  'dataset.json': bytesOf('dataset.json'),
  'incidents.geojson': bytesOf('incidents.geojson'),
  'basemap/governorates.json': bytesOf('basemap/governorates.json'),
  'sources/index.json': bytesOf('sources/index.json'),
};

function request(changed: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {}) {
  const sent = (file: string) => ({ file, bytes: (changed[file] ?? bytesOf(file)).slice().buffer });
  return {
    dataset: sent(NAMES.dataset),
    records: sent(NAMES.records),
    areas: sent(NAMES.areas),
    sources: sent(NAMES.sources),
  };
}

const edited = (file: string, from: string, to: string): Uint8Array<ArrayBuffer> => {
  const text = new TextDecoder().decode(published(file));
  expect(text).toContain(from);
  return new TextEncoder().encode(text.replace(from, to));
};

describe('files that the build has checked', () => {
  it('are read without a check as they are read with one', async () => {
    const fingerprints = checkedFiles(FILES);
    expect(Object.keys(fingerprints)).toEqual(Object.keys(FILES));
    const unchecked = await readUncheckedFiles(request(), UNINTERRUPTED);
    expect(unchecked).toEqual({ kind: 'ok', value: readCheckedFiles(request(), fingerprints) });
  });

  it('are checked when the page opens where one was changed since, or is missing', () => {
    const fingerprints = checkedFiles(FILES);
    for (const file of Object.values(NAMES)) {
      const changed = new Uint8Array([...bytesOf(file), 0x20]);
      expect(readCheckedFiles(request({ [file]: changed }), fingerprints)).toBeUndefined();
    }
    expect(readCheckedFiles({ ...request(), sources: undefined }, fingerprints)).toBeUndefined();
    expect(readCheckedFiles(request(), {})).toBeUndefined();
  });

  it('have no fingerprint where the build finds a fault', () => {
    const records = edited('incidents.geojson', '"precision": "', '"precision": "no such ');
    expect(Object.keys(checkedFiles({ ...FILES, 'incidents.geojson': records }))).toEqual([
      'dataset.json',
      'basemap/governorates.json',
      'sources/index.json',
    ]);
  });

  it('open with the report of what is wrong when they were damaged after the build', async () => {
    const handlers = new RequestHandlers();
    handlers.trust(checkedFiles(FILES));
    const records = edited('incidents.geojson', '"precision": "', '"precision": "no such ');
    const opened = await outputOf(
      handlers.open(request({ 'incidents.geojson': records }), UNINTERRUPTED),
    );
    expect(opened).toMatchObject({ kind: 'ok', value: { report: { dropped: 1 } } });
  });
});
