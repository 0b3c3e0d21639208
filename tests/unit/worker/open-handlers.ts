import { Blob } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { UNINTERRUPTED } from '../../../src/core/base/task.ts';
import { worldAreasFile } from '../formats/areas/world-areas-file.ts';
import { memorySource } from '../../../src/formats/source/byte-source.ts';
import type { Handled } from '../../../src/worker/handlers/handled.ts';
import { RequestHandlers } from '../../../src/worker/request-handlers.ts';
import { importModule } from '../../../src/worker/import-module.ts';

export const published = (file: string): ArrayBuffer =>
  new Uint8Array(readFileSync(new URL(`../../../geodata/${file}`, import.meta.url))).buffer;

export const outputOf = async <Output>(
  handled: Handled<Output> | Promise<Handled<Output>>,
): Promise<Output> => (await handled).output;

/** Handlers with the published data open, that read every file as the given text. */
export async function handlersWith(text: string): Promise<RequestHandlers> {
  const handlers = new RequestHandlers();
  handlers.useImportModule({
    ...importModule,
    fetchBytes: () => Promise.resolve(worldAreasFile()),
    sources: {
      ofFile: (name) => memorySource(name, new Uint8Array(strToU8(text))),
      ofParts: () => memorySource('none', new Uint8Array(0)),
    },
  });
  const file = (name: string) => ({ file: name, bytes: published(name) });
  await outputOf(
    handlers.open(
      {
        dataset: file('dataset.json'),
        records: file('incidents.geojson'),
        sources: undefined,
        areas: file('basemap/governorates.json'),
        worldAreas: 'areas.json.gz',
      },
      UNINTERRUPTED,
    ),
  );
  return handlers;
}

const blob = new Blob([]) as unknown as globalThis.Blob;

/** Proposes a file; gives what reads it by the proposed mapping. */
export async function proposed(handlers: RequestHandlers, dataset: number, name = 'made-up.csv') {
  const file = await outputOf(handlers.propose({ dataset, name, blob }, UNINTERRUPTED));
  if (file.kind === 'failed') throw new Error(file.failure.kind);
  return { dataset, mapping: file.value.proposal.mapping, isOff: false };
}

/** Opens a file, or its first rows where it is long. */
export async function opened(handlers: RequestHandlers, dataset = 1, name = 'made-up.csv') {
  const reading = await proposed(handlers, dataset, name);
  const read = await outputOf(handlers.readFile(reading, UNINTERRUPTED));
  if (read.kind === 'failed') throw new Error(read.failure.kind);
  const { snapshot, isComplete } = read.value;
  if (!snapshot) throw new Error('A file that is switched on was opened without its data.');
  return { snapshot, dataset, isComplete };
}
