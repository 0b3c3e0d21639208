import { endOfOtherMarkup, tagAt } from './examine-xml.ts';

/** XML itself declares these (Namespaces in XML 1.0, section 3). */
const DECLARED_BY_XML = new Set(['xml', 'xmlns']);

const KNOWN: Readonly<Record<string, string>> = {
  gx: 'http://www.google.com/kml/ext/2.2',
  kml: 'http://www.opengis.net/kml/2.2',
  atom: 'http://www.w3.org/2005/Atom',
  xal: 'urn:oasis:names:tc:ciq:xsdschema:xAL:2.0',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  gpxtpx: 'http://www.garmin.com/xmlschemas/TrackPointExtension/v1',
  gpxx: 'http://www.garmin.com/xmlschemas/GpxExtensions/v3',
};

const namespaceOf = (prefix: string): string =>
  Object.hasOwn(KNOWN, prefix) ? (KNOWN[prefix] ?? '') : `urn:undeclared:${prefix}`;

/** Begins only where a name begins: from each letter of a long one it would take its length squared. */
const attribute = /(?<![^\s"'=<>/])([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const prefixOf = (name: string): string | undefined =>
  name.includes(':') ? name.slice(0, name.indexOf(':')) : undefined;

/** The prefixes that a start tag declares, and those that it uses. */
function prefixesOf(tag: string): { declared: readonly string[]; used: readonly string[] } {
  const declared: string[] = [];
  const used: (string | undefined)[] = [prefixOf(/^<([^\s/>]+)/.exec(tag)?.[1] ?? '')];
  for (const [, name = '', double, single = ''] of tag.matchAll(attribute)) {
    const prefix = prefixOf(name);
    if (prefix !== 'xmlns') used.push(prefix);
    // An empty declaration declares nothing.
    else if ((double ?? single) !== '') declared.push(name.slice(prefix.length + 1));
  }
  return { declared, used: used.filter((one) => one !== undefined) };
}

/** Every tag in the order of the document, and where it begins. */
function* tagsOf(xml: string): Generator<readonly [tag: string, at: number], void, void> {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const other = endOfOtherMarkup(xml, at);
    const tag = other === undefined ? tagAt(xml, at) : '';
    if (tag === undefined) return;
    if (tag !== '') yield [tag, at];
    at = other ?? at + tag.length;
  }
}

/** Prefixes that are used where no element around declares them, in the order of their first use. */
function undeclaredPrefixes(xml: string): readonly string[] {
  const undeclared = new Set<string>();
  const scopes: (readonly string[])[] = [];
  const inScope = new Map<string, number>();
  const count = (prefixes: readonly string[], by: number): void => {
    for (const prefix of prefixes) inScope.set(prefix, (inScope.get(prefix) ?? 0) + by);
  };
  for (const [tag] of tagsOf(xml)) {
    if (tag.startsWith('</')) {
      count(scopes.pop() ?? [], -1);
      continue;
    }
    const { declared, used } = prefixesOf(tag);
    count(declared, 1);
    for (const prefix of used)
      if (!inScope.get(prefix) && !DECLARED_BY_XML.has(prefix)) undeclared.add(prefix);
    if (tag.endsWith('/>')) count(declared, -1);
    else scopes.push(declared);
  }
  return [...undeclared];
}

const emptyDeclaration = /\sxmlns:[^\s"'=<>/]+\s*=\s*(?:""|'')/g;

/**
 * The document with every prefix declared in its root that it uses without a declaration, as hand-edited
 * KML and GPX do (`gx:Track`, `xsi:schemaLocation`), and which these are. Lines stay the same.
 */
export function declarePrefixes(xml: string): {
  readonly xml: string;
  readonly undeclared: readonly string[];
} {
  const undeclared = undeclaredPrefixes(xml);
  const declarations = undeclared.map((prefix) => ` xmlns:${prefix}="${namespaceOf(prefix)}"`);
  const parts: string[] = [];
  let end = 0;
  for (const [tag, at] of tagsOf(xml)) {
    const isRoot = parts.length === 0;
    const declared = tag.replace(emptyDeclaration, '');
    parts.push(
      xml.slice(end, at),
      isRoot ? declared.replace(/^<[^\s/>]+/, (name) => name + declarations.join('')) : declared,
    );
    end = at + tag.length;
  }
  return { xml: parts.join('') + xml.slice(end), undeclared };
}
