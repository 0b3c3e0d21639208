/** What was dropped or pasted, as far as it can be opened. */
export type ReceivedContent =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

const NOTHING: ReceivedContent = { kind: 'nothing' };

/** The first address of a `text/uri-list` (RFC 2483: a line each, `#` begins a remark). */
export const firstAddress = (list: string): string | undefined =>
  list.split(/\r?\n/).find((line) => /^https?:\/\//i.test(line));

/** True for what may be a table, a document or an address: not for a word that was pasted by mistake. */
export const looksOpenable = (text: string): boolean => {
  const trimmed = text.trim();
  return /^(?:https?:\/\/\S+$|[[{<])/i.test(trimmed) || /[\n\r]/.test(trimmed);
};

/** What a drop holds; a folder is no file, though browsers list it as one. */
export function contentOfDrop(transfer: DataTransfer): ReceivedContent {
  const files = [...transfer.items]
    .filter((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory !== true)
    .map((item) => item.getAsFile())
    .filter((file) => file !== null);
  if (files.length > 0) return { kind: 'files', files };
  if (transfer.types.includes('Files')) return NOTHING;
  const text = firstAddress(transfer.getData('text/uri-list')) ?? transfer.getData('text/plain');
  return text.trim() === '' ? NOTHING : { kind: 'text', text };
}

/** What the clipboard holds. A spreadsheet puts a picture of the cells next to their text: the text counts. */
export function contentOfPaste(transfer: Pick<DataTransfer, 'files' | 'getData'>): ReceivedContent {
  const files = [...transfer.files];
  const others = files.filter(({ type }) => !type.startsWith('image/'));
  if (others.length > 0) return { kind: 'files', files: others };
  const text = transfer.getData('text/plain');
  if (looksOpenable(text)) return { kind: 'text', text };
  return files.length > 0 ? { kind: 'files', files } : NOTHING;
}
