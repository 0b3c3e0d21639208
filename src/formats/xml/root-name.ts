import type { FileHead } from '../table/format.ts';

const beforeRoot = /^(?:\s|<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^]*?\]\s*)?>)*/i;
const rootName = /^<(?:[\w.-]+:)?([\w.-]+)/;

/** The name of a document's root element, without its prefix and in lower case; undefined for what is no XML. */
export function rootNameOf({ first, isText, text }: FileHead): string | undefined {
  if (first !== '<' || !isText) return undefined;
  const markup = text.trimStart();
  if (/^<!DOCTYPE\s+html/i.test(markup)) return 'html';
  return rootName.exec(markup.replace(beforeRoot, ''))?.[1]?.toLowerCase() ?? '';
}
