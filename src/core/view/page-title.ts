/** Characters that are not seen and could turn the words of a title around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Tabs and bookmarks show less; a cell of a file can be of any length. */
const MAX_TITLE_LENGTH = 200;

const plain = (text: string): string =>
  [...text.slice(0, 4 * MAX_TITLE_LENGTH).replace(INVISIBLE, ' ')]
    .slice(0, MAX_TITLE_LENGTH)
    .join('')
    .trim();

/** The title of the page: the open record first, since tabs show only the beginning. */
export const pageTitle = (
  record: string | undefined,
  dataset: string | undefined,
  product: string,
): string => {
  const first = plain(record ?? '');
  const title = plain(dataset ?? '');
  return [first, title, first && title ? '' : product].filter(Boolean).join(' · ');
};
