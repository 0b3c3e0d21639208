/** The first bytes of a stream, and whether these are all of it. What follows them is not read. */
export async function readAtMost(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<{ readonly data: ArrayBuffer; readonly isAll: boolean }> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let room = maxBytes;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value.subarray(0, room));
    room -= value.length;
    if (room < 0) {
      await reader.cancel();
      break;
    }
  }
  return { data: await new Blob(parts).arrayBuffer(), isAll: room >= 0 };
}
