import { cutText } from '../text/outside-text.ts';

/** Tabs and bookmarks show less. */
const MAX_TITLE_LENGTH = 200;

/** Returns the page title. The open record comes first, because tabs show only the beginning. */
export const pageTitle = (
  record: string | undefined,
  dataset: string | undefined,
  product: string,
): string => {
  const first = cutText(record ?? '', MAX_TITLE_LENGTH);
  const title = cutText(dataset ?? '', MAX_TITLE_LENGTH);
  return [first, title, first && title ? '' : product].filter(Boolean).join(' · ');
};
