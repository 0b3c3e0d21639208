import type { FieldKey } from '../../core/fields/field-key.ts';
import type { FieldSummary } from '../../core/index/facet.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { words } from '../../i18n/words.ts';

type FieldGroup = { readonly title: string; readonly fields: readonly FieldSummary[] };

/** Our fields, then the columns of opened files. */
export function fieldGroups(
  fields: readonly FieldSummary[],
  files: readonly string[],
): readonly FieldGroup[] {
  const { groups } = words.filters;
  const [file] = files;
  const ofFiles = file !== undefined && files.length === 1 ? groups.file(file) : groups.files;
  return [
    { title: groups.ours, fields: fields.filter(({ column }) => column === undefined) },
    { title: ofFiles, fields: fields.filter(({ column }) => column !== undefined) },
  ].filter((group) => group.fields.length > 0);
}

/** Fields whose name, or that of their column, has a text in it. */
export const foundFields = (
  fields: readonly FieldSummary[],
  search: string,
  nameOf: (key: FieldKey) => string,
): readonly FieldSummary[] =>
  fields.filter(({ key, column = '' }) =>
    [nameOf(key), column].some((name) => foldText(name).includes(foldText(search.trim()))),
  );
