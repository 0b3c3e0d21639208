const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const decodeEntities = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, decodeEntity);

const BREAKS = /^\/?(?:br|p|div|tr|li|ul|ol|table|h[1-6]|hr|dt|dd|blockquote)$/;
const HIDDEN = new Set(['script', 'style', 'head', 'title']);

/** Other words in angle brackets, such as `<unknown>`, are no tags and stay. */
const TAGS = new Set(
  (
    'a abbr address area article aside audio b base basefont bdi bdo big blockquote body br button ' +
    'canvas caption center cite code col colgroup dd del details div dl dt em embed fieldset figure ' +
    'figcaption font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins ' +
    'kbd label legend li link main map mark meta nav noscript object ol option p param pre q s samp ' +
    'script section select small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);
const tagName = /^\/?[a-z][a-z\d]*/;
const address = /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The web address that a link or picture leads to; empty for any other kind. */
function webAddress(tag: string): string {
  const found: readonly (string | undefined)[] = address.exec(tag)?.slice(1) ?? [];
  const to = decodeEntities(found.find((one) => one !== undefined) ?? '').trim();
  return /^https?:\/\//i.test(to) ? ` (${to}) ` : '';
}

/**
 * HTML as plain text in one pass: tags gone, scripts and styles with what is inside them, web
 * addresses of links behind their words and of pictures, in round brackets, so that no source is lost.
 */
export function plainText(html: string): string {
  const parts: string[] = [];
  let from = 0;
  let openLink = '';
  let nextClose = -1;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    const isComment = html.startsWith('<!--', open);
    const mark = isComment ? '-->' : '>';
    // One `>` may be far behind many `<`.
    if (nextClose < open) nextClose = html.indexOf('>', open + 1);
    const close = isComment ? html.indexOf(mark, open + 1) : nextClose;
    if (close < 0) break;
    const tag = html.slice(open + 1, close);
    const name = tagName.exec(tag.slice(0, 16).toLowerCase())?.[0] ?? '';
    if (!TAGS.has(name.replace('/', '')) && !/^[!?]/.test(tag)) {
      parts.push(decodeEntities(html.slice(from, open + 1)));
      from = open + 1;
      continue;
    }
    parts.push(decodeEntities(html.slice(from, open)));
    if (BREAKS.test(name)) parts.push('\n');
    else if (name === '/td' || name === '/th') parts.push(' ');
    else if (name === 'img') parts.push(webAddress(tag));
    else if (name === 'a' || name === '/a') {
      parts.push(openLink);
      openLink = name === 'a' ? webAddress(tag) : '';
    }
    from = close + mark.length;
    if (!HIDDEN.has(name) || tag.endsWith('/')) continue;
    const end = new RegExp(`</${name}[^<>]*>`, 'ig');
    end.lastIndex = from;
    from = end.exec(html) ? end.lastIndex : html.length;
  }
  parts.push(decodeEntities(html.slice(from)), openLink);
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
