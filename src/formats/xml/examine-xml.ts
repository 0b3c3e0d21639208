import type { Task } from '../../core/base/task.ts';
import { MAX_DEPTH } from '../table/document-limits.ts';

export type XmlExamination =
  | { readonly kind: 'fit' }
  | { readonly kind: 'too-deep' }
  /** It declares entities or elements of its own: refused, since they may unfold without end. */
  | { readonly kind: 'own-declarations'; readonly at: number };

const tagSign = /[<>"']/g;

const TAGS_A_STEP = 1 << 16;

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/**
 * The whole tag that begins at `at`; undefined where there is none. `>` may be inside the quotes of an
 * attribute. A regular expression for the whole has no room for a tag with millions of attributes.
 */
export function tagAt(xml: string, at: number): string | undefined {
  tagSign.lastIndex = at + 1;
  while (tagSign.test(xml)) {
    const end = tagSign.lastIndex;
    const sign = xml.charAt(end - 1);
    if (sign === '>') return xml.slice(at, end);
    const close = sign === '<' ? -1 : xml.indexOf(sign, end);
    if (close < 0) return undefined;
    tagSign.lastIndex = close + 1;
  }
  return undefined;
}

/** Where a comment, text section, instruction or declaration that begins at `at` ends; undefined for a tag. */
export function endOfOtherMarkup(xml: string, at: number): number | undefined {
  if (xml.startsWith('<!--', at)) return endOf(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return endOf(xml, ']]>', at + 9);
  if (xml.startsWith('<?', at)) return endOf(xml, '?>', at + 2);
  return xml.startsWith('<!', at) ? endOf(xml, '>', at) : undefined;
}

/**
 * Measures nesting without recursion before a tree is built, and looks for an internal DTD subset.
 * Where the text is no XML it stops and leaves that to the parser.
 */
export async function examineXml(xml: string, task: Task): Promise<XmlExamination> {
  let depth = 0;
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0 && at < xml.length; at = xml.indexOf('<', at)) {
    if (++tags % TAGS_A_STEP === 0 && task.isDue()) await task.yield(at / xml.length);
    const other = endOfOtherMarkup(xml, at);
    if (other !== undefined) {
      const isDeclaration = /^<!(?!--|\[CDATA\[)/.test(xml.slice(at, at + 9));
      if (isDeclaration && xml.slice(at, other).includes('['))
        return { kind: 'own-declarations', at };
      at = other;
    } else {
      const whole = tagAt(xml, at);
      if (whole === undefined) return { kind: 'fit' };
      if (whole.startsWith('</')) depth -= 1;
      else if (!whole.endsWith('/>')) depth += 1;
      if (depth > MAX_DEPTH) return { kind: 'too-deep' };
      at += whole.length;
    }
  }
  return { kind: 'fit' };
}
