import { DOMParser, ParseError, type Document, type Element } from '@xmldom/xmldom';
import type { Fault } from '../../core/faults/fault.ts';
import { failed, ok, type Result } from '../../core/base/result.ts';
import type { Task } from '../../core/base/task.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { decodeUtf8 } from '../encoding/utf-8.ts';
import { declarePrefixes } from './declare-prefixes.ts';
import { MAX_DEPTH, MAX_XML_BYTES } from '../table/document-limits.ts';
import { examineXml } from './examine-xml.ts';

export type ParsedXml = {
  readonly document: Document;
  readonly root: Element;
  /** Prefixes of names that the document uses without declaring them. */
  readonly undeclaredPrefixes: readonly string[];
};

/** An `&` that should have been written `&amp;`: common, harmless, and kept as it is. */
const LOOSE_AMPERSAND = /^(?:EntityRef|entity )/;

/** How xmldom says that a name has a prefix without a namespace. */
const UNDECLARED_PREFIX = /NamespaceError/;

const prefixedRoot = /^(?:\s|<\?[^>]*>|<!--(?:[^-]|-[^-])*-->)*<([A-Za-z]\w*):(?:kml|gpx)\b/;
const MAX_BEFORE_ROOT = 1 << 16;

/** `<k:Placemark xmlns:k="…">` as `<Placemark>`: the converter knows names without prefix only. */
function withoutRootPrefix(xml: string): { xml: string; undeclared: readonly string[] } {
  const head = xml.slice(0, MAX_BEFORE_ROOT);
  const prefix = prefixedRoot.exec(head)?.[1];
  if (prefix === undefined) return { xml, undeclared: [] };
  const isDeclared = new RegExp(`\\sxmlns:${prefix}\\s*=`).test(head);
  return {
    xml: xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1'),
    undeclared: isDeclared ? [] : [prefix],
  };
}

function parse(file: string, text: string): Result<ParsedXml, Fault> {
  // Nothing may come before an XML declaration; files with blank lines there are common.
  const trimmed = text.trimStart();
  const blankLines = text.slice(0, text.length - trimmed.length).split('\n').length - 1;
  const broken = (message: string, line?: number, column?: number): Result<never, Fault> =>
    failed({
      kind: 'broken-document',
      file,
      format: 'xml',
      line,
      column,
      mistake: { kind: 'parser', message },
    });
  let worst: string | undefined;
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'error' || LOOSE_AMPERSAND.test(message)) return;
      worst = message;
      // Stops the parser, which wraps it in a ParseError that knows the line.
      throw new Error(message);
    },
  });
  const { xml, undeclared } = withoutRootPrefix(trimmed);
  const parsed = (repaired: string, prefixes: readonly string[]): Result<ParsedXml, Fault> => {
    const document = parser.parseFromString(repaired, 'text/xml');
    const root = document.documentElement;
    if (!root) return failed({ kind: 'no-rows', file });
    return ok({ document, root, undeclaredPrefixes: [...undeclared, ...prefixes] });
  };
  try {
    try {
      return parsed(xml, []);
    } catch (cause) {
      if (!UNDECLARED_PREFIX.test(String(cause))) throw cause;
      const declared = declarePrefixes(xml);
      return parsed(declared.xml, declared.undeclared);
    }
  } catch (cause) {
    if (!(cause instanceof ParseError)) return broken(String(cause));
    const { lineNumber, columnNumber } = cause.locator as Record<string, number | undefined>;
    const line = lineNumber === undefined ? undefined : lineNumber + blankLines;
    return broken(worst ?? cause.message, line, columnNumber);
  }
}

/**
 * Parses an XML file with xmldom. Refused: more than `maxBytes`, nesting beyond the limit,
 * declarations of its own (entities), and what is not well-formed, but for a loose `&` and prefixes
 * that are not declared.
 */
export async function parseXml(
  source: ByteSource,
  task: Task,
  maxBytes = MAX_XML_BYTES,
): Promise<Result<ParsedXml, Fault>> {
  const file = source.name;
  if (source.size > maxBytes)
    return failed({ kind: 'too-large', file, part: 'document', maxBytes });
  if (task.isDue()) await task.yield(0);
  const text = decodeUtf8(source.read(0, source.size));
  const examined = await examineXml(text, task.part(0, 0.2));
  switch (examined.kind) {
    case 'too-deep':
      return failed({ kind: 'too-deep', file, limit: MAX_DEPTH });
    case 'own-declarations': {
      const before = text.slice(0, examined.at).split('\n');
      return failed({
        kind: 'broken-document',
        file,
        format: 'xml',
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        mistake: { kind: 'own-entities' },
      });
    }
    case 'fit':
  }
  return parse(file, text);
}
