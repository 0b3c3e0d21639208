import { publisherKey } from './publisher-key.ts';

/** What the name of a publisher says of whose report it is. */
export type PublisherName = {
  /** The house that published the page. */
  readonly family: string;
  /** The agency or outlet whose report it passes on; null: the name says none. */
  readonly relays: string | null;
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
const CITED = /(?:^|[,;]\s*)(?:citing|quoting|relaying)\s+([^,;]+)$/iu;

/**
 * Reads a name such as `A News (Anadolu)`, `72news (RIA, citing Reuters)` or `AFP (via Kurdistan24)`: the last
 * known link of a chain is what is passed on. A name that says nothing of the kind is a house of its own;
 * nothing is guessed.
 */
export function readPublisherName(name: string): PublisherName {
  const whole = name.trim();
  const [, relayed, first, second] = VIA.exec(whole) ?? [];
  const carrier = first ?? second;
  if (relayed && carrier && !relayed.includes('(')) {
    // "Reuters via A News" is Reuters on the page of A News; "A News via Reuters" the other way round.
    const isTurned = agencyOf(carrier) !== undefined && agencyOf(relayed) === undefined;
    return isTurned
      ? { family: relayed.trim(), relays: originName(carrier) }
      : { family: carrier.trim(), relays: originName(relayed) };
  }
  const [, family, said] = IN_BRACKETS.exec(whole) ?? [];
  if (!family || !said) return { family: whole, relays: null };
  const [, cited] = CITED.exec(said) ?? [];
  if (cited) return { family, relays: originName(cited) };
  const agencies = said.split(/[/,;]/u).flatMap((part) => agencyOf(part) ?? []);
  const last = agencies.at(-1);
  return last === undefined ? { family: whole, relays: null } : { family, relays: last };
}
