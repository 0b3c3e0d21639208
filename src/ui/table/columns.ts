import { NO_WEAPON } from '../../core/fields/field-key.ts';
import { columnField } from '../../core/fields/field-key.ts';
import { OUR_COLUMNS, type RowColumn, type SortColumn } from '../../core/index/table-sort.ts';
import { EFFECTS, STATUSES, WEAPONS } from '../../core/records/incident.ts';
import { cutText } from '../../core/text/outside-text.ts';
import { LANGUAGE, LOCALES } from '../../i18n/locale.ts';
import { words } from '../../i18n/words.ts';
import type { TableColumns } from '../../state/table-columns.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';
import { layerWords } from '../legend/layer-words.ts';

/** A column that the table can show. */
export type TableColumn = {
  readonly key: SortColumn;
  readonly label: string;
  /** Shown unless the reader chose otherwise. */
  readonly isAtFirst: boolean;
  /** In CSS pixels, at a text size of 16. */
  readonly width: number;
  readonly isNumber: boolean;
  /** Its name in the file that it is of. */
  readonly ofFile: string | undefined;
  /** Its values in the order of their words, where it has codes. */
  readonly values: readonly string[];
};

/** Columns of a file that are shown at first. */
const MAX_FILE_COLUMNS = 6;
const MAX_LABEL = 200;

const WIDTHS: Readonly<Record<RowColumn, number>> = {
  title: 320,
  time: 190,
  place: 200,
  governorate: 160,
  precision: 220,
  layer: 160,
  origins: 140,
  reported: 150,
};
const FIELD_WIDTHS = {
  weapon: 160,
  effect: 130,
  status: 200,
  killed: 88,
  injured: 88,
  attribution: 260,
} as const;
type FieldColumn = keyof typeof FIELD_WIDTHS;
const FIELD_COLUMNS = Object.keys(FIELD_WIDTHS) as readonly FieldColumn[];

const HIDDEN_AT_FIRST: ReadonlySet<string> = new Set(['governorate', 'status', 'reported']);

const byWords = <Code extends string>(
  codes: readonly Code[],
  wordsOf: (code: Code) => string,
): readonly Code[] => {
  const { compare } = new Intl.Collator(LOCALES[LANGUAGE].tag);
  return codes.toSorted((a, b) => compare(wordsOf(a), wordsOf(b)));
};

/** Of columns whose texts are not what is stored. */
const VALUES: Partial<
  Readonly<Record<RowColumn | FieldColumn, (shown: Shown) => readonly string[]>>
> = {
  layer: (shown) => {
    const names = new Map(
      shown.data.layers.map((layer) => [layer.key, layerWords(words, shown, layer)]),
    );
    return byWords([...names.keys()], (key) => names.get(key) ?? key);
  },
  weapon: () =>
    byWords([...WEAPONS, NO_WEAPON] as const, (code) =>
      code === NO_WEAPON ? words.terms.noWeapon : words.terms.weapons[code],
    ),
  effect: () => byWords(EFFECTS, (code) => words.terms.effects[code]),
  // From the surest to the least sure.
  status: () => STATUSES,
};

const isField = (column: RowColumn | FieldColumn): column is FieldColumn =>
  FIELD_COLUMNS.some((one) => one === column);

/** All columns that the data that are on have, in the order of the table. */
export function tableColumns(shown: Shown): readonly TableColumn[] {
  const on = shown.data.datasets.filter(({ isOn }) => isOn);
  const hasOurs = on.some(({ columns }) => columns.length === 0);
  const hasFiles = on.some(({ columns }) => columns.length > 0);
  const ours = OUR_COLUMNS.filter((column) => hasOurs || !isField(column)).map(
    (column): TableColumn => ({
      key: column,
      label: isField(column) ? words.table.fields[column] : words.table.columns[column],
      // How finely a place is known was read of a file, which says it in its own way.
      isAtFirst: column === 'precision' ? hasFiles : !HIDDEN_AT_FIRST.has(column),
      width: isField(column) ? FIELD_WIDTHS[column] : WIDTHS[column],
      isNumber: column === 'killed' || column === 'injured',
      ofFile: undefined,
      values: VALUES[column]?.(shown) ?? [],
    }),
  );
  const names = [...new Set(on.flatMap(({ columns }) => columns))];
  return [
    ...ours,
    ...names.map((name, at): TableColumn => ({
      key: columnField(name),
      label: cutText(name, MAX_LABEL),
      isAtFirst: at < MAX_FILE_COLUMNS,
      width: 150,
      isNumber: false,
      ofFile: name,
      values: [],
    })),
  ];
}

/** Those that are shown. */
export const shownColumns = (shown: Shown, chosen: TableColumns): readonly TableColumn[] =>
  tableColumns(shown).filter(({ key, isAtFirst }) => chosen.isShown(key, isAtFirst));
