/** Of tiles, or of another directory if the run length is 0. */
export interface DirectoryEntry {
  readonly id: number;
  readonly runLength: number;
  readonly offset: number;
  readonly length: number;
}

/** The header and the root directory must be in the first 16 kB. */
const longestRoot = 16_384 - 127;
/** About 2.4 kB: a view needs one or two leaves. */
const firstLeafSize = 1024;

/** As the PMTiles specification has it: ids as differences, then runs, lengths and offsets, each as varints. */
export function serializeDirectory(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number): void => {
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
    bytes.push(left);
  };
  write(entries.length);
  let lastId = 0;
  for (const { id } of entries) {
    write(id - lastId);
    lastId = id;
  }
  for (const { runLength } of entries) write(runLength);
  for (const { length } of entries) write(length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    // 0 says that it follows the entry before.
    write(before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return Uint8Array.from(bytes);
}

/** A directory that is too long for the root becomes a root of leaves. */
export function splitDirectory(
  entries: readonly DirectoryEntry[],
  pack: (entries: readonly DirectoryEntry[]) => Uint8Array,
): { readonly root: Uint8Array; readonly leaves: Uint8Array } {
  const whole = pack(entries);
  if (whole.length <= longestRoot) return { root: whole, leaves: new Uint8Array() };
  for (let size = firstLeafSize; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const pointers: DirectoryEntry[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const leaf = pack(entries.slice(start, start + size));
      pointers.push({ id: entries[start]?.id ?? 0, runLength: 0, offset, length: leaf.length });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = pack(pointers);
    if (root.length <= longestRoot) return { root, leaves: Uint8Array.from(Buffer.concat(leaves)) };
  }
}
