import { readFileSync } from 'node:fs';
import type { NamedArea } from '../../../../src/core/place/named-area.ts';
import { readAreas } from '../../../../src/formats/native/read-areas.ts';

const published = (file: string): Uint8Array =>
  readFileSync(new URL(`../../../../geodata/basemap/${file}`, import.meta.url));

/** The outlines of the world, as the page publishes them. */
export const worldAreasFile = (): Uint8Array => published('areas.json.gz');

/** The areas that the page's own data set draws. */
export function ownAreas(): readonly NamedArea[] {
  const read = readAreas(
    'governorates.json',
    new TextDecoder().decode(published('governorates.json')),
  );
  if (read.kind === 'failed') throw new Error(read.failure.kind);
  return read.value;
}
