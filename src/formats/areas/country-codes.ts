import { foldText } from '../../core/text/fold-text.ts';
import type { AreasFile } from './areas-file.ts';
import { NameIndex, RANKS } from './name-index.ts';

/** The languages in which the browser itself knows the names of countries. */
const LANGUAGES =
  'en fr es pt de it ar fa ku ckb tr ru uk he hi bn id zh ja ko sw so am pl nl el'.split(' ');
/** ISO 3166-1 alpha-2, and Kosovo's. */
const CODE = /^[A-Z]{2}$/;

/** `Congo (the Democratic Republic of the)`: the text around brackets, and what they hold. */
const BRACKETS = /^([^()[\]]*)[([]([^()[\]]*)[)\]]([^()[\]]*)$/;
/** Words that make another country of a name: `Ireland (Northern)` is not Ireland. */
const CHANGES_THE_NAME =
  /\b(?:north|south|east|west|northern|southern|eastern|western|new|equatorial|democratic|republic|french|british|american|dutch|us)\b/;

/** A name with the words after it where they belong: `Korea, Republic of`. */
const joined = (before: string, after: string): readonly string[] =>
  [`${before} ${after}`, `${after} ${before}`].flatMap((form) => [
    form,
    form.replace(/^\s*the\s/i, ''),
  ]);

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
    const [, before = '', inside = '', after = ''] = BRACKETS.exec(text) ?? [];
    const around = `${before} ${after}`.trim();
    if (around !== '') return this.#joined(around, inside) ?? this.#without(around, inside);
    const [name = '', rest, more] = text.split(',');
    const isInverted = rest !== undefined && more === undefined;
    return this.#only(text) ?? (isInverted ? this.#joined(name, rest) : undefined);
  }

  #joined(name: string, rest: string): string | undefined {
    for (const form of joined(name, rest)) {
      const code = this.#only(form);
      if (code !== undefined) return code;
    }
    return undefined;
  }

  /** What brackets hold is left out only where it changes nothing. */
  #without(name: string, inside: string): string | undefined {
    const code = this.#only(name);
    const meant = this.#named(inside);
    if (meant.length > 0) return meant.length === 1 && meant[0] === code ? code : undefined;
    return CHANGES_THE_NAME.test(foldText(inside)) ? undefined : code;
  }

  #only(text: string): string | undefined {
    const named = this.#named(text);
    return named.length === 1 ? named[0] : undefined;
  }

  #named(text: string): readonly string[] {
    if (text.trim() === '') return [];
    const found = this.#names.find(text).named;
    return found.length > 0 ? found : this.#local().find(text).named;
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
