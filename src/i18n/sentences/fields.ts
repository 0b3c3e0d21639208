import {
  columnOfField,
  OUR_FIELDS,
  type FieldKey,
  type OurField,
} from '../../core/fields/field-key.ts';
import type { TableSchema } from '../../core/mapping/column-mapping.ts';
import { outsideText } from '../../core/text/outside-text.ts';
import type { Messages } from '../messages.ts';

/** Old exports write the same names in capitals or with blanks. */
const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const byFoldedName = <Value>(words: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(words).map(([name, value]) => [folded(name), value]));

const isOurs = (field: FieldKey): field is OurField =>
  (OUR_FIELDS as readonly FieldKey[]).includes(field);

export function fieldSentences({ fieldNames, columnNames }: Messages) {
  const named = new Map<TableSchema, ReturnType<typeof foldedWords>>();
  const foldedWords = (schema: TableSchema) => {
    const { names, values } = columnNames[schema] ?? { names: {}, values: {} };
    return { names: byFoldedName(names), values: byFoldedName(values) };
  };
  const wordsOf = (schema: TableSchema): ReturnType<typeof foldedWords> => {
    const known = named.get(schema) ?? foldedWords(schema);
    named.set(schema, known);
    return known;
  };
  /** In words where a schema of the open files knows the column; else as the file writes it. */
  const columnTitle = (column: string, schemas: readonly TableSchema[]): string | undefined =>
    schemas.map((schema) => wordsOf(schema).names.get(folded(column))).find(Boolean);
  return {
    /** What a field is called; `schemas` are those of the files that are on. */
    name: (field: FieldKey, schemas: readonly TableSchema[]): string => {
      const column = columnOfField(field);
      if (column === undefined) return isOurs(field) ? fieldNames[field] : outsideText(field);
      return columnTitle(column, schemas) ?? outsideText(column);
    },
    /** The name that the file gives its column, where `name` is another one. */
    originalName: (field: FieldKey, schemas: readonly TableSchema[]): string | undefined => {
      const column = columnOfField(field);
      if (column === undefined || columnTitle(column, schemas) === undefined) return undefined;
      return outsideText(column);
    },
    /** A value of a column in words where its schema writes codes; undefined where it is what it says. */
    codedValue: (
      field: FieldKey,
      value: string,
      schemas: readonly TableSchema[],
    ): string | undefined => {
      const column = columnOfField(field);
      if (column === undefined) return undefined;
      return schemas
        .map((schema) => wordsOf(schema).values.get(folded(column)) ?? {})
        .find((codes) => Object.hasOwn(codes, value))?.[value];
    },
  };
}
