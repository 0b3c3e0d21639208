import { publisherKey } from './publisher-key.ts';

/** What the name of a publisher says of whose report it is. */
export type PublisherName = {
  /** The house that published the page. */
  readonly family: string;
  /** The agency or outlet whose report it passes on, the last one that the name says; null: it says none. */
  readonly relays: string | null;
  /** The others that it says. It does not say whether they pass on each other. */
  readonly also: readonly string[];
};

/**
 * News agencies, by all the names that are used for one. In brackets after the name of an outlet, only these
 * are read as what it passes on: other words there may be an edition, a country or an author.
 */
const AGENCIES: readonly (readonly string[])[] = [
  ['AFP', 'Agence France-Presse'],
  ['Associated Press', 'AP'],
  ['Reuters'],
  ['Anadolu', 'AA', 'Anadolu Agency', 'Anadolu Ajansı'],
  ['dpa', 'dpa-AFX'],
  ['RIA Novosti', 'RIA'],
  ['TASS'],
  ['Interfax'],
  ['Xinhua'],
  ['EFE'],
  ['ANSA'],
  ['ANP'],
  ['ANI'],
  ['PTI'],
  ['UPI'],
  ['IHA'],
  ['DHA'],
  ['ANKA'],
  ['IRNA'],
  ['SANA'],
  ['WAM'],
  ['Ukrinform'],
  ['Yonhap'],
  ['Kyodo'],
];
let agencies: ReadonlyMap<string, string> | undefined;

/** Made when it is first asked for: the page itself reads no names of publishers. */
function agencyOf(name: string): string | undefined {
  agencies ??= new Map(
    AGENCIES.flatMap((names) => names.map((one) => [publisherKey(one), names[0] ?? one] as const)),
  );
  return agencies.get(publisherKey(name));
}

/** One name for each agency; any other name stays as it is. */
export const originName = (name: string): string => agencyOf(name) ?? name.trim();

const VIA = /^(.+?)\s+(?:\(via\s+(.+)\)|via\s+(.+))$/iu;
const IN_BRACKETS = /^(.+?)\s*\(([^()]+)\)$/u;
const CITED = /(?:^|[,;]\s*)(?:citing|quoting|relaying)\s+(.+)$/iu;
/** Between two names in a list; any of these may be inside one name too. */
const BETWEEN = /\s*[,;/&+]\s*|\s+and\s+/iu;

const relaying = (family: string, names: readonly string[]): PublisherName => ({
  family: family.trim(),
  relays: names.at(-1) ?? null,
  also: names.slice(0, -1),
});

/** The agencies of a list of nothing else; undefined for any other text. */
function onlyAgencies(text: string): readonly string[] | undefined {
  const parts = text.split(BETWEEN).filter((part) => part !== '');
  const agencies = parts.flatMap((part) => agencyOf(part) ?? []);
  return parts.length > 0 && agencies.length === parts.length ? agencies : undefined;
}

/** What a text names as cited: agencies, or names that a comma or a semicolon parts. */
const citedIn = (text: string): readonly string[] =>
  onlyAgencies(text) ??
  text
    .split(/\s*[,;]\s*/u)
    .filter((part) => part !== '')
    .map(originName);

/**
 * Reads a name such as `A News (Anadolu)`, `72news (RIA, citing Reuters)` or `AFP (via Kurdistan24)`: what is cited
 * is what is passed on. Of several agencies, `A News (AFP, Reuters)`, each is: the name does not say that one passes
 * on the other. A name that says nothing of the kind is a house of its own; nothing is guessed.
 */
export function readPublisherName(name: string): PublisherName {
  const whole = name.trim();
  const [, relayed, first, second] = VIA.exec(whole) ?? [];
  const carrier = first ?? second;
  if (relayed && carrier && !relayed.includes('(')) {
    // "Reuters via A News" is Reuters on the page of A News; "A News via Reuters" the other way round.
    const [before, after] = [onlyAgencies(relayed), onlyAgencies(carrier)];
    return after && !before
      ? relaying(relayed, after)
      : relaying(carrier, before ?? [originName(relayed)]);
  }
  const [, family, said] = IN_BRACKETS.exec(whole) ?? [];
  if (!family || !said) {
    const agencies = onlyAgencies(whole) ?? [];
    return relaying(whole, agencies.length > 1 ? agencies : []);
  }
  const [, cited] = CITED.exec(said) ?? [];
  if (cited) return relaying(family, citedIn(cited));
  const agencies = said.split(BETWEEN).flatMap((part) => agencyOf(part) ?? []);
  return relaying(agencies.length === 0 ? whole : family, agencies);
}
