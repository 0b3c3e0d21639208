import { columnName } from '../records/column-name.ts';
import { columnField, type FieldKey } from './field-key.ts';

/** The fields that the columns of a file are: of two columns with one name, the second has a number, `column:NAME#2`. */
export function columnKeys(columns: readonly string[]): readonly FieldKey[] {
  const names = columns.map((_, column) => columnName(columns, column));
  const all = new Set(names);
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number++) {
      const numbered = `${name}#${number}`;
      if (!all.has(numbered)) free = numbered;
    }
    taken.add(free);
    return columnField(free);
  });
}
