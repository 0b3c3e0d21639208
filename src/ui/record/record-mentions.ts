/** A stretch of a remark: plain words, or the id of a record that the data hold. */
export type RemarkPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'record'; readonly id: string };

/** At least three parts joined by hyphens: no word of a sentence is written so by accident. */
const ID_LIKE = /(?<![a-z0-9])[a-z0-9]+(?:-[a-z0-9]+){2,}/g;

/** Cuts a remark where it names records; what is no known id stays words. */
export function remarkParts(
  remark: string,
  isRecord: (id: string) => boolean,
): readonly RemarkPart[] {
  const parts: RemarkPart[] = [];
  let end = 0;
  for (const { 0: id, index } of remark.matchAll(ID_LIKE)) {
    if (!isRecord(id)) continue;
    if (index > end) parts.push({ kind: 'words', text: remark.slice(end, index) });
    parts.push({ kind: 'record', id });
    end = index + id.length;
  }
  if (end < remark.length) parts.push({ kind: 'words', text: remark.slice(end) });
  return parts;
}
