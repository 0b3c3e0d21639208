import { recordAt } from '../records/contents.ts';
import type { IncidentTable } from '../records/incident-table.ts';
import { CategoryBuilder, MultipleBuilder } from './category-builders.ts';
import type { FieldPass, TypedField } from './field-column.ts';
import type { OurField } from './field-key.ts';
import { NOT_GIVEN } from './field-key.ts';
import { OUR_MULTIPLE, OUR_SINGLE } from './our-values.ts';

/** Records between two yield points: few, as their texts are decoded. */
const RECORDS_PER_STEP = 500;

const entries = <Key extends OurField, Value>(record: Readonly<Record<Key, Value>>) =>
  Object.entries(record) as [Key, Value][];

/** The fields that only the texts of our records have. A record that cannot be decoded gives none of them. */
export function* ourPass(table: IncidentTable): FieldPass {
  const { length } = table;
  const single = entries(OUR_SINGLE).map(([key, valueOf]) => ({
    key,
    valueOf,
    builder: new CategoryBuilder(length),
  }));
  const multiple = entries(OUR_MULTIPLE).map(([key, valuesOf]) => ({
    key,
    valuesOf,
    builder: new MultipleBuilder(length),
  }));
  for (let row = 0; row < length; row++) {
    if (row % RECORDS_PER_STEP === 0) yield row / length;
    const record = recordAt(table, row);
    const incident = record?.kind === 'codebook' ? record.incident : undefined;
    for (const { valueOf, builder } of single)
      builder.set(row, incident ? valueOf(incident) : NOT_GIVEN);
    for (const { valuesOf, builder } of multiple) builder.add(incident ? valuesOf(incident) : []);
  }
  return [
    ...single.map(({ key, builder }): TypedField => {
      const column = builder.build(key === 'quoted' ? 'boolean' : 'category');
      return { info: { key, kind: column.kind, column: undefined, isMultiple: false }, column };
    }),
    ...multiple.map(({ key, builder }): TypedField => {
      const column = builder.build();
      return { info: { key, kind: column.kind, column: undefined, isMultiple: true }, column };
    }),
  ];
}
