import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnField, OUR_FIELDS } from '../../../src/core/fields/field-key.ts';
import type { TableSchema } from '../../../src/core/mapping/column-mapping.ts';
import { words } from '../../../src/i18n/words.ts';

const { name, originalName, codedValue } = words.fields;

/** The columns of a made-up file in the layout of a schema. */
const columnsOf = (file: string): readonly string[] =>
  readFileSync(new URL(`../../fixtures/own/layouts/${file}`, import.meta.url), 'utf8')
    .split(/\r?\n/, 1)[0]
    ?.replaceAll('"', '')
    .split(/[,\t]/) ?? [];

describe('the name of a field', () => {
  it('is in words for each of ours', () => {
    const named = OUR_FIELDS.map((field) => name(field, []));
    expect(new Set(named).size).toBe(OUR_FIELDS.length);
    expect(named).toContain('attributed to');
  });

  it.each<[TableSchema, string]>([
    ['acled', 'acled-current.csv'],
    ['acled', 'acled-before-2023.csv'],
    ['acled', 'acled-capitals.csv'],
    ['ucdp', 'ucdp-49.csv'],
    ['gdelt', 'gdelt-2-header.tsv'],
  ])('is in words for every column of %s', (schema, file) => {
    const unnamed = columnsOf(file).filter(
      (column) => originalName(columnField(column), [schema]) !== column,
    );
    expect(columnsOf(file).length).toBeGreaterThan(16);
    expect(unnamed).toEqual([]);
  });

  it('is that of its file for columns of any other', () => {
    expect(name('column:best', ['ucdp'])).toBe('Deaths, best estimate');
    expect(name('column:best', ['table', 'acled'])).toBe('best');
    expect(name('column:\u202Ebest', ['table'])).toContain('[U+202E]');
    expect(originalName('column:best', ['table'])).toBeUndefined();
  });
});

describe('a coded value', () => {
  it('is in words where its schema writes codes', () => {
    expect(codedValue('column:where_prec', '6', ['ucdp'])).toBe('Country only');
    expect(codedValue('column:interaction', '17', ['acled'])).toBe('State forces and civilians');
    expect(codedValue('column:INTERACTION', '30', ['acled'])).toBe('Political militias only');
    expect(codedValue('column:QuadClass', '4', ['gdelt'])).toBe('Material conflict');
    expect(codedValue('column:where_prec', '6', ['table'])).toBeUndefined();
    expect(codedValue('column:where_prec', 'constructor', ['ucdp'])).toBeUndefined();
    expect(codedValue('column:best', '6', ['ucdp'])).toBeUndefined();
  });
});
