import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words as en } from '../../../src/i18n/words.ts';

// Made-up texts: what a record that a reader opens may hold.
const { claims } = en.terms;
const { source, reports, publishedDate, languageName } = en.panel;
const { check } = en.receipt;

/** Sentences in which a text of a record stands where no markup can isolate it. */
const sentences: Readonly<Record<string, (text: string) => string>> = {
  'a claim, its actor': (text) => claims.claimed(text, 'the group itself'),
  'a claim, its source': (text) => claims.claimed('A', text),
  'an accusation, its actor': (text) => claims.accused(text, 'A'),
  'an accusation, its source': (text) => claims.accused('A', text),
  'a statement, its actor': (text) => claims.stated(text, 'A'),
  'a statement, its source': (text) => claims.stated('A', text),
  'a denial, its actor': (text) => claims.denied(text, text),
  'a denial, its source': (text) => claims.denied('A', text),
  'the title that a source is quoted for': source.quotedFor,
  'a report without a title': reports.untitled,
  'the button that opens a source': reports.readOf,
  'a date of publication': publishedDate,
  'a language': languageName,
  'a report that is shown elsewhere': (text) => reports.goTo(text, text),
  'a receipt': en.receipt.of,
  'what a hash is of': (of) => en.receipt.hash({ of, sha256: '' }),
  'the column of a hash': (of) => en.receipt.hash({ of, sha256: '', isColumn: true }),
  'the column of a copy': en.receipt.copy,
  'a fact of a column, its name': (text) => en.receipt.inColumn('A', text),
  'a fact of a column': (text) => en.receipt.inColumn(text, 'A'),
  'a file that is checked': (text) => check.fileAndSize(text, 1),
  'a file that cannot be checked': check.failed,
  'a file that is the same': (of) => check.same({ of, sha256: '' }),
  'a file that is different': (of) => check.different({ of, sha256: '' }),
  'a file that a link leaves out': (text) => en.share.missing([text]),
  'a total, its title': (text) => en.timeline.total(text, ['A'], 0, false),
  'a total, its publisher': (text) => en.timeline.total('A', [text], 0, false),
};

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;

describe('a sentence about a record of unknown origin', () => {
  it.each(Object.entries(sentences))(
    'has no control characters and is complete: %s',
    (_, words) => {
      fc.assert(
        fc.property(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('\u202e', '\u0000', '\u202d'),
          (text, control) => {
            expect(words(text + control)).not.toMatch(CONTROL);
          },
        ),
      );
      expect(words('a'.repeat(100_000)).length).toBeLessThan(600);
      expect(words('\u202egnp.exe')).toContain('[U+202E]gnp.exe');
    },
  );

  it('isolates the direction of a name in Arabic letters', () => {
    expect(claims.denied('رووداو', 'A')).toBe('\u2068رووداو\u2069; denied by A');
  });
});
