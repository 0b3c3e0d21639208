/** A text for small room: its white space made single, at most `most` characters, `…` where it is cut. */
export function cutText(text: string, most: number): string {
  // White space is looked for in a part only: a cell may have a million characters.
  const plain = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  const isCut = plain.length > most || text.length > 4 * most;
  if (!isCut) return plain;
  return `${plain
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
