const isWeb = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/**
 * Parts between white space, and between addresses that `;`, `,` or `|` part. Begins only where a run of
 * signs begins: from each sign of a long run it would take its length squared.
 */
const partsOf = (text: string): readonly string[] =>
  text
    .split(/(?<![\s;|,])[\s;|,]+(?=https?:\/\/)|\s+/i)
    .map((part) => part.replace(/(?<![;|,])[;|,]+$/, ''))
    .filter((part) => part !== '');

/** The addresses of the web in a text; anything else is left out. */
export const webAddresses = (text: string): readonly string[] => partsOf(text).filter(isWeb);

export const isAddress = (text: string): boolean => {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every(isWeb);
};
