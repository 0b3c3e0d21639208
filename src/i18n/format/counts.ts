import type { PluralForms, PluralLanguage } from '../locale.ts';

/** Numbers and plural forms of one language. */
export type CountFormats<Of extends PluralLanguage> = {
  number(count: number): string;
  /** With all of its digits: a bound of a filter. */
  exact(number: number): string;
  /** For small room: `9,812`, but `116K`. */
  short(count: number): string;
  /** `1 incident`, `31 incidents`, by the plural rules of the language. */
  counted(count: number, forms: PluralForms<Of>): string;
  /** `512 MB`, `4 GB`: binary sizes, as file managers round them. */
  bytes(count: number): string;
  /** An angle without its sign, to five digits after the point: about a metre. */
  degrees(angle: number): string;
};

/** Smaller numbers are short enough as they are. */
const COMPACT_FROM = 10_000;

export function countFormats<Of extends PluralLanguage>(tag: string): CountFormats<Of> {
  const rules = new Intl.PluralRules(tag);
  // What rounds to zero has no sign.
  const format = new Intl.NumberFormat(tag, { signDisplay: 'negative' });
  const exact = new Intl.NumberFormat(tag, {
    maximumSignificantDigits: 15,
    signDisplay: 'negative',
  });
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 });
  const angle = new Intl.NumberFormat(tag, { maximumFractionDigits: 5 });
  const size = (unit: string): Intl.NumberFormat =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, maximumSignificantDigits: 3 });
  const [megabytes, gigabytes] = [size('megabyte'), size('gigabyte')];
  return {
    number: (count) => format.format(count),
    exact: (number) => exact.format(number),
    short: (count) => (count < COMPACT_FROM ? format : compact).format(count),
    counted: (count, forms) =>
      (forms[rules.select(count)] ?? forms.other).replace('#', () => format.format(count)),
    bytes: (count) =>
      count >= 2 ** 30 ? gigabytes.format(count / 2 ** 30) : megabytes.format(count / 2 ** 20),
    degrees: (of) => angle.format(Math.abs(of)),
  };
}
