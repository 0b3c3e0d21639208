import type { Task } from '../base/task.ts';
import type { FieldColumn, FieldInfo } from '../fields/field-column.ts';
import type { FieldKey } from '../fields/field-key.ts';
import type { IncidentTable } from '../records/incident-table.ts';

export class TableFields {
  readonly table: IncidentTable;
  readonly bytes = 0;
  constructor(table: IncidentTable) {
    this.table = table;
  }
  fields(_: Task): Promise<readonly FieldInfo[]> {
    return Promise.resolve([]);
  }
  column(_: FieldKey, __: Task): Promise<FieldColumn | undefined> {
    return Promise.resolve(undefined);
  }
  eachText(_: FieldKey, __: (row: number, text: string) => void, ___: Task): Promise<void> {
    return Promise.resolve();
  }
}
