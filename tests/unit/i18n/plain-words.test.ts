import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const MESSAGES = new URL('../../../src/i18n/en/', import.meta.url);

/** Each is hard to read for a reader whose third language is English; what to write is in brackets. */
const HARD_WORDS = [
  /\b(stands? (at|on|in|for|where|so|here|there)|stood)\b/, // (is)
  /\btell whoever|\bwhoever\b|\bsomebody|\bnobody\b/, // (the publisher, a reader, no one)
  /\bso many\b|\bat hand\b|\bbeside\b|\bin place of\b/, // (a limit; available; next to; instead of)
  /\bbrought|\bcould not be had|\bdid not arrive\b|\bgiven up\b/, // (loaded, cancelled)
  /\blooked (after|up)\b|\blook (it|them) up\b/, // (maintained, found)
  /\bcome closer|\bgo further away\b|\bdrawn closer\b|\bmore closely\b|\bno closer\b/i, // (zoom in; exact)
  /\blets? through\b|\bslip of the pen\b|\bmend(ed)?\b|\bwhat became of\b/i, // (match, typing error, correct)
  /\bwhere it is one\b|\bfiner than\b|\banew\b|\bmere\b|\bas it were\b/, // (more precisely than, again)
  /\bgoes? on\b|\bby way of\b|\bin doubt\b|\bof its own\b|\bkinds? of columns\b/, // (still works, not certain, its own)
  /\bwindows?\b(?! sill)/i, // (period: a window is one of the browser)
];
/** Names that are no words of ours. */
const ALLOWED = [/^windows-\d+$/i, /^Windows-\d/, /private windows/, /as UTF-8 or as Windows-1252/];

/** Every piece of text that a file of messages puts on screen: its strings, without comments, keys and types. */
function textsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(new URL(file, MESSAGES), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && node.text.trim() !== '') texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const files = readdirSync(MESSAGES).filter((name) => name.endsWith('.ts'));

describe('the check for plain words', () => {
  it.each(files)('accepts the messages of %s', (file) => {
    const hard = textsOf(file)
      // Codes of the program, such as the name of a mode, are no sentences.
      .filter((text) => /[A-Z]| /.test(text) && !ALLOWED.some((name) => name.test(text)))
      .filter((text) => HARD_WORDS.some((word) => word.test(text)));
    expect(hard).toEqual([]);
  });

  it('reads the messages', () => {
    expect(files.flatMap(textsOf)).toContain('Zoom in');
    expect(files.flatMap(textsOf).length).toBeGreaterThan(500);
  });
});
