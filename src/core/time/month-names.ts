import { foldText } from '../text/fold-text.ts';

/** English, French, Spanish, German; Arabic as written in Egypt and as written in Iraq and Syria. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'enero', 'ene', 'januar', 'يناير', 'كانون الثاني'],
  ['february', 'feb', 'février', 'févr', 'fév', 'febrero', 'februar', 'فبراير', 'شباط'],
  ['march', 'mar', 'mars', 'marzo', 'märz', 'mrz', 'مارس', 'آذار'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'أبريل', 'إبريل', 'نيسان'],
  ['may', 'mai', 'mayo', 'مايو', 'أيار'],
  ['june', 'jun', 'juin', 'junio', 'juni', 'يونيو', 'حزيران'],
  ['july', 'jul', 'juillet', 'juil', 'julio', 'juli', 'يوليو', 'تموز'],
  ['august', 'aug', 'août', 'agosto', 'ago', 'أغسطس', 'آب'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'سبتمبر', 'أيلول'],
  ['october', 'oct', 'octobre', 'octubre', 'oktober', 'okt', 'أكتوبر', 'تشرين الأول'],
  ['november', 'nov', 'novembre', 'noviembre', 'نوفمبر', 'تشرين الثاني'],
  [
    'december',
    'dec',
    'décembre',
    'déc',
    'diciembre',
    'dic',
    'dezember',
    'dez',
    'ديسمبر',
    'كانون الأول',
  ],
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) =>
    names.map((name) => [foldText(name).replace(' ', ''), index + 1] as const),
  ),
);

/** The month, from 1, that a folded word names; see `foldText`. Names of two words are given as one. */
export const monthNamed = (word: string): number | undefined => MONTHS.get(word);
