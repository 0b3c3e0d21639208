import { visibleText } from './outside-text.ts';

/** A part of an attribution: a text, which may link to a page of the web. */
export type Credit = { readonly text: string; readonly address?: string };

/** More is no attribution. */
const MAX_HTML = 4_000;
/** Of the text around links; each link has room of its own, because a licence may ask for it. */
const MAX_TEXT = 1_000;
const MAX_LINK_TEXT = 200;
const MAX_ADDRESS = 500;

/** A comment, an element whose content is no text, a tag, or text up to the next of these. */
const PARTS =
  /<!--.*?(?:-->|$)|<(script|style|template|title|textarea)\b.*?(?:<\/\1\s*>|$)|<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*(?:>|$)|[^<]+|</gis;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
  reg: '®',
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';

const decoded = (text: string): string =>
  text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(parseInt(hex, 16));
    return ENTITIES[name?.toLowerCase() ?? ''] ?? entity;
  });

/** A part of a text, which says where more of it follows. */
const cut = (text: string, room: number): string =>
  text.length > room ? `${text.slice(0, room).trimEnd()}…` : text;

/** The address of a link; undefined where it is not one of the web. */
function addressIn(tag: string): string | undefined {
  const [, double, single, bare] = HREF.exec(tag) ?? [];
  const address = decoded(double ?? single ?? bare ?? '').trim();
  const isOfWeb = /^https?:\/\/[^\s"'<>\\]+$/i.test(address) && address.length <= MAX_ADDRESS;
  return isOfWeb ? address : undefined;
}

/**
 * The text of an attribution that comes as HTML from an unknown file. Of the tags only links to the web remain;
 * all else is text, and nothing of it is ever made an element.
 */
export function readCredits(html: unknown): readonly Credit[] {
  if (typeof html !== 'string') return [];
  const credits: Credit[] = [];
  let address: string | undefined;
  let room = MAX_TEXT;
  for (const [part, hidden] of html.slice(0, MAX_HTML).matchAll(PARTS)) {
    if (part.startsWith('<!--') || hidden !== undefined) continue;
    if (/^<\/a\b/i.test(part)) address = undefined;
    else if (/^<a\b/i.test(part)) address = addressIn(part);
    else if (part.length === 1 || !part.startsWith('<')) {
      const text = visibleText(decoded(part).replace(/\s+/g, ' '));
      if (address !== undefined) credits.push({ text: cut(text, MAX_LINK_TEXT), address });
      else if (room > 0) {
        credits.push({ text: cut(text, room) });
        room -= text.length;
      }
    }
  }
  if (html.length > MAX_HTML) credits.push({ text: '…' });
  return trimmed(credits);
}

/** Without space at either end, nor parts that hold nothing else. */
function trimmed(credits: readonly Credit[]): readonly Credit[] {
  const last = credits.length - 1;
  return credits
    .map((credit, i) => {
      const start = i === 0 ? credit.text.trimStart() : credit.text;
      return { ...credit, text: i === last ? start.trimEnd() : start };
    })
    .filter(({ text }) => text !== '');
}
