/** Decodes percent codes; invalid ones are kept. */
export function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
}

/** True if a text was percent-encoded twice: it is all visible ASCII and decoding changes it. */
export const isEncodedAgain = (text: string): boolean =>
  /^[\x21-\x7e]+$/.test(text) && /%[0-9a-f]{2}/i.test(text) && decoded(text) !== text;

/** Undoes a second percent-encoding. */
export const decodedAgain = (text: string): string => (isEncodedAgain(text) ? decoded(text) : text);
