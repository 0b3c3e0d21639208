import { bareName, foldedName } from '../../../formats/areas/fold-area-name.ts';
import { AREA_CORRECTIONS, REGION_NAMES } from './corrections.ts';

/** Natural Earth's columns that have names; those of languages are read by `name_`. */
export type AreaNameColumns = Readonly<Record<string, string | number | null | undefined>>;

export type AreaNaming = {
  readonly name: string;
  readonly names: readonly string[];
  readonly alternates: readonly string[];
};

/** Natural Earth's languages, without Latin ones that write names as English or French does. */
const LANGUAGES = 'ar fa ur ru uk el he hi bn zh zht ja ko fr es pt de it nl pl sv tr hu id vi';

const textOf = (columns: AreaNameColumns, column: string): string =>
  String(columns[column] ?? '')
    // Characters that were lost before the table was made.
    .replace(/.*[?£�].*/, '')
    .trim();

const listOf = (text: string): readonly string[] =>
  text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const KIND_AT_END =
  / (?:State|Province|Governorate|Region|Division|Oblast|Administrative Region|Municipality|rayon|Rayon|County|Prefecture)$/;

/** Without `State` or `Province`, unless these are its own: `Free State` is not free. */
const withoutKind = (name: string): string => {
  const rest = name.replace(KIND_AT_END, '');
  return /^(?:Free|Eastern|Western|Northern|Southern|Central|North|South|East|West)$/.test(rest)
    ? name
    : rest;
};

/** The English name where another column confirms it: some of the table's are of another place. */
function titleOf(columns: AreaNameColumns, sure: readonly string[]): string {
  const [name, english] = [textOf(columns, 'name'), withoutKind(textOf(columns, 'name_en'))];
  const isConfirmed = sure.some((one) => bareName(one) === bareName(english));
  if (english === '' || !isConfirmed) return name || english;
  const isPlain = bareName(name) === bareName(english) && !/[`'().,]/.test(name);
  return isPlain ? name : english;
}

/** Names in the order in which they are believed; no two that fold to the same. */
function distinct(names: readonly string[], before: readonly string[] = []): readonly string[] {
  const keyOf = (name: string): string => `${foldedName(name)} ${bareName(name)}`;
  const seen = new Set(before.map(keyOf));
  return names.filter((name) => {
    const key = keyOf(name);
    if (foldedName(name) === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The names of an area. */
export function namesOfArea(columns: AreaNameColumns): AreaNaming {
  const { wrong, ...correction } = AREA_CORRECTIONS[String(columns['adm1_code'])] ?? {};
  const listed = (column: string, ...unless: readonly (typeof wrong)[]): readonly string[] =>
    unless.includes(wrong) ? [] : listOf(textOf(columns, column));
  const own = listed('name', 'name', 'all');
  const local = [...listed('name_local', 'all'), ...listed('gn_name', 'all')];
  const others = listed('name_alt', 'alternates', 'name', 'all');
  const name = correction.name ?? titleOf(columns, [...own, ...local, ...others]);
  const sure = distinct([...(correction.names ?? []), ...own, ...local], [name]);
  const languages = wrong === 'name' || wrong === 'all' ? [] : ['en', ...LANGUAGES.split(' ')];
  // Hungarian for south, which would be left out as the Spanish article: `Dél-Darfur` is not Darfur.
  const translated = languages
    .map((language) => textOf(columns, `name_${language}`))
    .filter((one) => !/^Dél[- ]/.test(one));
  const alternates = distinct([...others, ...translated], [name, ...sure]);
  return { name, names: sure, alternates };
}

export const regionName = (region: string): string => REGION_NAMES[region] ?? region;
