import type { AreasFile } from './areas-file.ts';
import { NameIndex, RANKS } from './name-index.ts';

/** The languages in which the browser itself knows the names of countries. */
const LANGUAGES =
  'en fr es pt de it ar fa ku ckb tr ru uk he hi bn id zh ja ko sw so am pl nl el'.split(' ');
/** ISO 3166-1 alpha-2, and Kosovo's. */
const CODE = /^[A-Z]{2}$/;

function displayNames(language: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  } catch {
    return undefined;
  }
}

/** Which country a name or code means: UCDP writes former names in brackets. */
export class CountryCodes {
  readonly #codes: readonly string[];
  readonly #names = new NameIndex<string>();
  /** Made when a name is not among the file's own. */
  #localNames: NameIndex<string> | undefined;
  readonly #known = new Map<string, string | undefined>();

  constructor(countries: AreasFile['countries']) {
    this.#codes = Object.keys(countries);
    for (const [code, { name, names }] of Object.entries(countries))
      for (const one of [name, ...names]) this.#names.add(one, code, RANKS.name);
  }

  /** Undefined for a text that is no country, or may be several. */
  of(text: string): string | undefined {
    if (!this.#known.has(text)) this.#known.set(text, this.#find(text));
    return this.#known.get(text);
  }

  #find(text: string): string | undefined {
    if (text.trim() === '') return undefined;
    const found = this.#names.find(text).named;
    const named = found.length > 0 ? found : this.#local().find(text).named;
    return named.length === 1 ? named[0] : undefined;
  }

  #local(): NameIndex<string> {
    if (this.#localNames) return this.#localNames;
    this.#localNames = new NameIndex();
    for (const language of LANGUAGES) {
      const names = displayNames(language);
      for (const code of this.#codes.filter((one) => CODE.test(one))) {
        const name = names?.of(code);
        if (name) this.#localNames.add(name, code, RANKS.spelling);
      }
    }
    return this.#localNames;
  }
}
