import type { FieldHome, FieldName, FieldValues, RecordField } from './field.ts';

/** What a field holds. */
type FieldContent = {
  readonly [Kind in RecordField['kind']]: {
    readonly kind: Kind;
    readonly value: FieldValues[Kind];
  };
}[RecordField['kind']];

/** All that is to know of one property of records: how it is stored, searched, exported and shown. */
type SchemaField<Source, Value> = {
  /** Its value where a record does not say it: stored texts leave it out. Absent: each record says it. */
  readonly unsaid?: Value;
  /** The texts in it that a reader may search; absent: none. */
  readonly search?: (value: Value) => readonly (string | null)[];
  /** Its columns in an exported table, with their cells; absent: one, of a text. */
  readonly columns?: Readonly<Record<string, (value: Value) => string | null>>;
  /** Absent: no field of its own; the record shows it elsewhere, such as its title. */
  readonly shown?: {
    readonly label: FieldName | ((record: Source) => FieldName);
    readonly homes: readonly FieldHome[];
    /** Shown before the others. */
    readonly isFirst?: true;
    /** Its content in a record; undefined: it does not apply to this one. */
    readonly read: (record: Source) => FieldContent | undefined;
  };
};

/** The properties of a kind of record, in the order of the exported columns. The compiler asks for each one. */
export type RecordSchema<Source> = {
  readonly [Key in keyof Source]-?: SchemaField<Source, Source[Key]>;
};

export const keysOf = <Source>(schema: RecordSchema<Source>): readonly (keyof Source & string)[] =>
  Object.keys(schema) as (keyof Source & string)[];

/** The values of what a record may leave unsaid. */
export const unsaidOf = <Source>(schema: RecordSchema<Source>): Partial<Source> =>
  Object.fromEntries(keysOf(schema).map((key) => [key, schema[key].unsaid])) as Partial<Source>;

/** The texts of a record that a reader may search. */
export const searchedTexts = <Source>(
  schema: RecordSchema<Source>,
  record: Source,
): readonly string[] =>
  keysOf(schema).flatMap((key) =>
    (schema[key].search?.(record[key]) ?? []).map((text) => text ?? ''),
  );

/** The fields that a record shows. */
export function shownFields<Source>(
  schema: RecordSchema<Source>,
  record: Source,
): readonly RecordField[] {
  const shown = keysOf(schema).flatMap((key) => schema[key].shown ?? []);
  const inOrder = [
    ...shown.filter(({ isFirst }) => isFirst),
    ...shown.filter(({ isFirst }) => !isFirst),
  ];
  return inOrder.flatMap(({ label, homes, read }): readonly RecordField[] => {
    const content = read(record);
    const key = typeof label === 'string' ? label : label(record);
    return content ? [{ ...content, homes, label: { kind: 'message', key } }] : [];
  });
}
