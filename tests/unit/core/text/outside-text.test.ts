/** All texts here are made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutText,
  outsideText,
  textParts,
  visibleText,
} from '../../../../src/core/text/outside-text.ts';
import { words } from '../../../../src/i18n/words.ts';

const { ownFiles } = words;

/** What turns text around it, or shows as nothing at all. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f]/;
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u2069', '\u0000', '\u0007'),
    fc.constantFrom('a', ' ', '\n', '1', '.', 'א', 'ب', 'ێ', '\u200d', '\u200f', '😀'),
  ),
});

/** Isolates of our own, taken out from the inside: what is left must hold none, so each is closed. */
const withoutIsolates = (text: string): string =>
  text.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '');

describe('a text from outside', () => {
  it('shows its controls by their code points', () => {
    expect(visibleText('gnp.\u202eevil\u2069\u0000\u0085')).toBe(
      'gnp.[U+202E]evil[U+2069][U+0000][U+0085]',
    );
  });

  it('keeps lines, joiners and marks that names need', () => {
    const text = 'می\u200cخواهم\r\n\tهەولێر\u200f';
    expect(visibleText(text)).toBe(text);
  });

  it('is not isolated in a sentence if it cannot change the text direction', () => {
    expect(outsideText('events (2).csv')).toBe('events (2).csv');
  });

  it('is isolated in a sentence if it is written from right to left', () => {
    expect(outsideText('رووداو.csv')).toBe('\u2068رووداو.csv\u2069');
  });

  it('never holds a control that is not ours, and is never long', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 50 }), (text, most) => {
        expect(visibleText(text)).not.toMatch(CONTROL);
        expect(withoutIsolates(outsideText(text, most))).not.toMatch(CONTROL);
        // Each control takes eight characters to show.
        expect(cutText(text, most).length).toBeLessThanOrEqual(8 * most + 1);
      }),
    );
  });
});

it('cuts a text behind much white space to its own first letters', () => {
  expect(cutText(`${' '.repeat(900)}name`, 200)).toBe('name');
});

describe('sentences with a text from outside', () => {
  const sentences: Readonly<Record<string, (text: string) => string>> = {
    'a file that is empty': (file) => words.faults.sentence({ kind: 'empty-file', file }),
    'a broken file': (text) =>
      words.faults.sentence({
        kind: 'broken-document',
        file: text,
        format: 'json',
        line: 1,
        column: 1,
        mistake: { kind: 'parser', message: text },
      }),
    'an address': (address) => words.faults.sentence({ kind: 'bad-address', address }),
    'a host': (host) => words.faults.sentence({ kind: 'link-unreachable', host }),
    'parts of an address': (text) =>
      words.faults.sentence({ kind: 'address-parts', parts: [{ part: 'from', text }] }),
    'a field of a link': (text) =>
      words.faults.sentence({ kind: 'address-filters', missing: [text], unfit: [], values: [] }),
    'a value of a link': (text) =>
      words.faults.sentence({
        kind: 'address-filters',
        missing: [],
        unfit: [],
        values: [{ field: 'weapon', values: [text] }],
      }),
    'the name of a switch': (name) => words.datasetSwitches.switchSet(name, 3),
    'the name of a button': (name) => words.datasetSwitches.closeOf(name),
    'the title of a report': (name) => ownFiles.report.title(name),
    'the title of a dialog': (name) => ownFiles.columns.title(name),
    progress: (name) => ownFiles.progress.reading(name),
    'the row of a file': (name) => ownFiles.row.position(1, 2, name),
    'a column': (name) => ownFiles.row.notesColumn(name),
    'a field': (text) => words.fields.name(`column:${text}`, []),
    'a category': (text) => words.layers.category('table', text),
    'a place in an area': (text) => ownFiles.placeLine(text, `${text}x`),
    'a cell': (text) => ownFiles.quotedCell(text),
    'files of a licence': (name) => ownFiles.licence.files([name, name]),
  };

  it.each(Object.entries(sentences))('%s: closed, visible, short', (_, sentence) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(withoutIsolates(sentence(text))).not.toMatch(CONTROL);
      }),
      { numRuns: 50 },
    );
    expect(sentence('\u202efdp.csv')).toContain('[U+202E]');
    expect(sentence('م'.repeat(100_000)).length).toBeLessThan(2_000);
  });

  it('put quotation marks outside of the isolate, where they look like ours', () => {
    expect(ownFiles.quotedCell('١٥ آذار')).toBe('“\u2068١٥ آذار\u2069”');
  });
});

describe('the parts of a long text', () => {
  it('are short, give the text again when joined, and never split a character', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 12 }), (text, most) => {
        const parts = textParts(text, most);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(most);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
        if (text !== '') expect(parts).not.toContain('');
      }),
    );
  });

  it('end with a line or a word where one ends in time', () => {
    expect(textParts('one two three', 8)).toEqual(['one two ', 'three']);
    expect(textParts('one\ntwo three', 6)).toEqual(['one\n', 'two ', 'three']);
    expect(textParts('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('are several for one long word without spaces', () => {
    expect(textParts('x'.repeat(100_000))).toHaveLength(50);
  });
});
