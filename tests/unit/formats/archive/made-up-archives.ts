import { gzipSync, zipSync, type Zippable } from 'fflate';

const encoder = new TextEncoder();

/** A zip of text files; contents are made up. */
export const zipOf = (files: Readonly<Record<string, string>>, level: 0 | 6 = 6): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = [encoder.encode(content), { level }];
  return zipSync(entries);
};

export const gzipOf = (content: string): Uint8Array => gzipSync(encoder.encode(content));

/** Sets a field of both headers of a zip's only member: local at `local`, central at `central`. */
export function withField(
  zip: Uint8Array,
  local: number,
  central: number,
  value: number,
): Uint8Array {
  const changed = zip.slice();
  const view = new DataView(changed.buffer);
  view.setUint16(local, value, true);
  const directory = view.getUint32(changed.length - 6, true);
  view.setUint16(directory + central, value, true);
  return changed;
}

export const kmlOf = (name: string): string =>
  `<kml><Placemark><name>${name}</name><Point><coordinates>44,36</coordinates></Point></Placemark></kml>`;
