import { DOMParser, ParseError, type Document, type Element } from '@xmldom/xmldom';
import type { Fault } from '../../core/fault.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { asPart, type Steps } from '../../core/steps.ts';
import type { ByteSource } from '../sheet/sheet.ts';
import { decodeDocument } from './decode-document.ts';
import { MOST_DEPTH, MOST_XML_BYTES } from './document-limits.ts';
import { examineXml } from './examine-xml.ts';

export type ParsedXml = {
  readonly document: Document;
  readonly root: Element;
};

/** An `&` that should have been written `&amp;`: common, harmless, and kept as it stands. */
const LOOSE_AMPERSAND = /^(?:EntityRef|entity )/;

const prefixedRoot = /^(?:\s|<\?[^>]*>|<!--(?:[^-]|-[^-])*-->)*<([A-Za-z]\w*):(?:kml|gpx)\b/;
const MOST_BEFORE_ROOT = 1 << 16;

/** `<k:Placemark xmlns:k="…">` as `<Placemark>`: the converter knows names without prefix only. */
function withoutRootPrefix(xml: string): string {
  const prefix = prefixedRoot.exec(xml.slice(0, MOST_BEFORE_ROOT))?.[1];
  return prefix === undefined ? xml : xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
}

function parse(file: string, text: string): Result<Document, Fault> {
  // Nothing may stand before an XML declaration; files with blank lines there are common.
  const xml = text.trimStart();
  const blankLines = text.slice(0, text.length - xml.length).split('\n').length - 1;
  const broken = (detail: string, line?: number, column?: number): Result<never, Fault> =>
    failed({ kind: 'broken-document', file, format: 'xml', line, column, detail });
  let worst: string | undefined;
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'error' || LOOSE_AMPERSAND.test(message)) return;
      worst = message;
      // Stops the parser, which wraps it in a ParseError that knows the line.
      throw new Error(message);
    },
  });
  try {
    return ok(parser.parseFromString(withoutRootPrefix(xml), 'text/xml'));
  } catch (cause) {
    if (!(cause instanceof ParseError)) return broken(String(cause));
    const { lineNumber, columnNumber } = cause.locator as Record<string, number | undefined>;
    const line = lineNumber === undefined ? undefined : lineNumber + blankLines;
    return broken(worst ?? cause.message, line, columnNumber);
  }
}

/**
 * Parses an XML file with xmldom. Refused: more than `mostBytes`, nesting beyond the limit,
 * declarations of its own (entities), and what is not well-formed, but for a loose `&`.
 */
export function* parseXml(
  source: ByteSource,
  mostBytes = MOST_XML_BYTES,
): Steps<Result<ParsedXml, Fault>> {
  const file = source.name;
  if (source.size > mostBytes)
    return failed({ kind: 'too-large', file, part: 'document', mostBytes });
  yield 0;
  const text = decodeDocument(source.read(0, source.size));
  const examined = yield* asPart(0, 0.2, examineXml(text));
  switch (examined.kind) {
    case 'too-deep':
      return failed({ kind: 'too-deep', file, most: MOST_DEPTH });
    case 'own-declarations': {
      const before = text.slice(0, examined.at).split('\n');
      return failed({
        kind: 'broken-document',
        file,
        format: 'xml',
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        detail: 'the document declares entities of its own',
      });
    }
    case 'fit':
  }
  const parsed = parse(file, text);
  if (parsed.kind === 'failed') return parsed;
  const document = parsed.value;
  const root = document.documentElement;
  if (!root) return failed({ kind: 'no-rows', file });
  return ok({ document, root });
}
