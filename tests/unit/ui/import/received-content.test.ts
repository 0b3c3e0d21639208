import { describe, expect, it } from 'vitest';
import {
  contentOfDrop,
  contentOfPaste,
  firstAddress,
  looksOpenable,
} from '../../../../src/ui/import/received-content.ts';

const table = new File(['a,b'], 'made-up.csv', { type: 'text/csv' });
const picture = new File(['x'], 'made-up.png', { type: 'image/png' });

const pasted = (files: readonly File[], text: string) =>
  contentOfPaste({
    files: Object.assign([...files], { item: () => null }),
    getData: () => text,
  });

type Item = { readonly file: File; readonly isFolder?: boolean };

function dropped(items: readonly Item[], texts: Readonly<Record<string, string>> = {}) {
  const transfer = {
    types: items.length > 0 ? ['Files'] : Object.keys(texts),
    items: items.map(({ file, isFolder = false }) => ({
      kind: 'file',
      getAsFile: () => file,
      webkitGetAsEntry: () => ({ isDirectory: isFolder }),
    })),
    getData: (type: string) => texts[type] ?? '',
  };
  return contentOfDrop(transfer as unknown as DataTransfer);
}

describe('`contentOfDrop`', () => {
  it('returns the files, without folders', () => {
    const folder = { file: new File([], 'folder'), isFolder: true };
    expect(dropped([{ file: table }, folder])).toEqual({ kind: 'files', files: [table] });
    expect(dropped([folder])).toEqual({ kind: 'nothing' });
  });

  it('returns the address of a link, not its text', () => {
    const texts = { 'text/uri-list': '# a link\r\nhttps://example.org/a.csv', 'text/plain': 'A' };
    expect(dropped([], texts)).toEqual({ kind: 'text', text: 'https://example.org/a.csv' });
  });

  it('returns nothing for an empty drop', () => {
    expect(dropped([], { 'text/plain': '  ' })).toEqual({ kind: 'nothing' });
  });
});

describe('`contentOfPaste`', () => {
  it('returns the text of cells, not the picture that a spreadsheet adds', () => {
    expect(pasted([picture], 'a\tb\n1\t2')).toEqual({ kind: 'text', text: 'a\tb\n1\t2' });
  });

  it('returns a file, not its name', () => {
    expect(pasted([table], 'made-up.csv')).toEqual({ kind: 'files', files: [table] });
  });

  it('returns nothing for a single word', () => {
    expect(pasted([], 'Irbil')).toEqual({ kind: 'nothing' });
  });
});

it.each([
  ['a,b\n1,2', true],
  ['{"type":"FeatureCollection"}', true],
  ['<kml/>', true],
  [' https://example.org/a.csv ', true],
  ['https://example.org is a site', false],
  ['a word\n', false],
  ['', false],
])('`looksOpenable` of %j is %s', (text, may) => {
  expect(looksOpenable(text)).toBe(may);
});

it('`firstAddress` skips addresses that are not of the web', () => {
  expect(firstAddress('file:///made/up\njavascript:alert(1)')).toBeUndefined();
});
