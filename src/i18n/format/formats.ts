import type { PluralLanguage } from '../locale.ts';
import { countFormats, type CountFormats } from './counts.ts';
import { dateFormats, type DateFormats } from './dates.ts';
import { listFormats, type ListFormats } from './lists.ts';

/** How a language writes numbers, dates, lists and names. */
export type Formats<Of extends PluralLanguage> = {
  readonly counts: CountFormats<Of>;
  readonly dates: DateFormats;
  readonly lists: ListFormats;
  /** With a capital, for the beginning of a sentence or label. */
  readonly capitalised: (text: string) => string;
  /** The name of a language by its code; a code that is none stays as it is. */
  readonly languageName: (code: string) => string;
};

/** What sentences need of any language: messages choose their own plural forms. */
export type AnyFormats = Pick<Formats<'en'>, 'dates' | 'lists' | 'capitalised' | 'languageName'> & {
  readonly counts: Omit<CountFormats<'en'>, 'counted'>;
};

/** `tag` is the BCP 47 tag of the language. */
export function formatsOf<Of extends PluralLanguage>(tag: string): Formats<Of> {
  const names = new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' });
  return {
    counts: countFormats<Of>(tag),
    dates: dateFormats(tag),
    lists: listFormats(tag),
    capitalised: (text) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1),
    languageName: (code) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}
