import { decoded, decodedAgain } from './encoded-again.ts';
import { withoutEnd, withoutSentence } from './link-end.ts';
import type { QueryParameters } from './query-parameters.ts';

/** Parts that belong to the page and not to the view. */
export const PAGE_PARAMETERS = ['embed', 'set', 'data'] as const;

/** Parts of the view with a strict form, all of it in small letters, digits and a few signs. */
const STRICT_PARTS = [
  'id',
  'source',
  'list',
  'sort',
  'dock',
  'from',
  'to',
  'vs',
  'known',
  'layers',
  'only',
  'color',
  'shade',
  'map',
  'mode',
] as const;
/** Parts of the view that may be any text. */
const FREE_PARTS = ['q', 'filter', 'group', 'own', 'order'] as const;

/** Parts that are a date, or a time, or two of them with a slash between. */
const DATES: ReadonlySet<string> = new Set(['from', 'to', 'vs', 'known']);
const STRICT: ReadonlySet<string> = new Set(STRICT_PARTS);
const KNOWN: ReadonlySet<string> = new Set([...PAGE_PARAMETERS, ...STRICT_PARTS, ...FREE_PARTS]);

/** Unambiguous other names that people write for a parameter. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['start', 'from'],
  ['since', 'from'],
  ['end', 'to'],
  ['until', 'to'],
  ['incident', 'id'],
  ['record', 'id'],
  ['query', 'q'],
  ['search', 'q'],
  ['layer', 'layers'],
  ['colour', 'color'],
  ['filters', 'filter'],
]);

/** Parameters that advertisers, mail programs and social networks append to links; the page ignores them. */
const TRACKING_PREFIX =
  /^(?:(?:utm|mtm|pk|piwik|hsa|gad|oly|vero|_branch|at)_|_hs|__hs|__cft_|__tn_)[a-z_]/i;
const TRACKING_NAMES: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ttclid twclid igsh igshid li_fat_id mc_cid ' +
    'mc_eid mkt_tok _ga _gl _openstat ref_src ref_url srsltid s_cid s_kwcid cmpid xtor spm wt.mc_id ' +
    'fb_action_ids fb_action_types fb_source fb_ref rb_clickid epik sc_cid mibextid si s smid wprov ref'
  ).split(' '),
);

export const isTracking = (name: string): boolean =>
  TRACKING_PREFIX.test(name) || TRACKING_NAMES.has(name.toLowerCase());

/** Whether a name is read by the page; anything else of an address is reported. */
export const isKnownParameter = (name: string): boolean => KNOWN.has(name);

/**
 * `&` as articles and mail programs write it in a link, `;` before a name that is known, and `?` before
 * what was appended to a link that had one.
 */
const SEPARATOR =
  /&(?:amp;|#38;|#x26;)*|\?(?=(?:utm_[a-z]+|fbclid|gclid)=)|#(?=(?:own|order|mode)=)|;(?=(?:from|to|vs|known|mode|layers|q|filter|only|color|shade|map|list|sort|dock|group|id|source|data)=)/i;

/** Quotation marks, brackets, spaces and invisible characters before a value belong to the sentence. */
const BEFORE_STRICT = /^[\s\p{C}\p{Z}\p{Pi}\p{Ps}"'`*_<]+/u;
/** So does every sign after a value with a strict form. */
const AFTER_STRICT = /[^\p{L}\p{N}+-]|[–—]/u;
const AFTER_NAME = /[^\p{L}\p{N}_]/u;

const readValue = (raw: string): string => decoded(raw.replaceAll('+', ' '));

/** Mail programs write `=` as `=3D`. */
const QUOTED_PRINTABLE = /^3d(?=\d)/i;
/** A record's id holds none of these, so the sentence goes on there. */
const AFTER_ID = /[\s()[\]<>{}"'«»“”,;!]/u;
const HYPHENS = /(?<=\d)[\u2010-\u2015\u2212\ufe58\ufe63\uff0d](?=\d)/g;

/** A date with other hyphens, without its zeros, or with a sentence after it; other texts as they are. */
const readDate = (text: string): string =>
  text
    .replace(QUOTED_PRINTABLE, '')
    .replace(HYPHENS, '-')
    .replace(
      /^([+-]?\d{4,})-(\d\d?)-(\d\d?)(?!\d)/,
      (_, year: string, month: string, day: string) =>
        `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
    .replace(/^([+-]?\d+-\d\d-\d\d(?:t\d\d:\d\d)?)(?![\p{L}\p{N}:+.-]).*$/isu, '$1');

function readStrict(text: string, name: string): string {
  let value = text;
  for (let i = 0; i < 3; i++) value = decodedAgain(value);
  value = withoutEnd(value.replace(BEFORE_STRICT, ''), (sign) => AFTER_STRICT.test(sign));
  value = value.replace(/\p{C}/gu, '');
  if (name === 'layers') value = value.replaceAll(' ', '');
  if (name === 'vs') value = value.split('/').map(readDate).join('/');
  else if (DATES.has(name)) value = readDate(value);
  if (name === 'id') value = value.replace(QUOTED_PRINTABLE, '').split(AFTER_ID)[0] ?? '';
  // A time keeps its letters, so that one that cannot be read is named as it was written.
  return DATES.has(name) ? value.replace(/(?<=\d)t(?=\d)/g, 'T') : value.toLowerCase();
}

type RawPart = {
  /** The parameter that is meant; undefined if that is uncertain. */
  readonly part: string | undefined;
  /** The name as it is written. */
  readonly name: string;
  readonly isOtherName: boolean;
  readonly raw: string;
};

function namedPart(rawName: string, raw: string): RawPart {
  let name = readValue(rawName);
  for (let i = 0; i < 3; i++) name = decodedAgain(name);
  const begun = name.replace(/^[^\p{L}\p{N}_]+/u, '').replace(/^(?:amp;)+/i, '');
  const plain = withoutEnd(begun, (sign) => AFTER_NAME.test(sign)).toLowerCase();
  const otherName = OTHER_NAMES.get(plain);
  const part = KNOWN.has(plain) ? plain : otherName;
  return { part, name, isOtherName: otherName !== undefined, raw };
}

function rawParts(text: string): readonly RawPart[] {
  // The whole query was encoded: not even an equals sign is left.
  const query = !text.includes('=') && /%3d/i.test(text) ? decoded(text) : text;
  return query.split(SEPARATOR).flatMap((part) => {
    const at = part.includes('=') ? part.indexOf('=') : part.length;
    const named = namedPart(part.slice(0, at), part.slice(at + 1));
    // Of a separator that was cut or written twice, only its own letters are left.
    const isEmpty = /^(?:amp)?$/i.test(named.name.trim()) && named.raw === '';
    return isEmpty ? [] : [named];
  });
}

/**
 * Reads the parts of an address as they are meant: with `&amp;` for `&`, names in capitals or common
 * other spellings, values encoded twice, the query written as a fragment, and what the sentence around
 * a link left at its end. `search` and `hash` as `Location` gives them. Names that are not known stay
 * as they are written; of a fragment they are left out unless others of it are known. Of a name that
 * comes twice the last value counts, and the name itself before another spelling of it.
 */
export function readQuery(search: string, hash: string): QueryParameters {
  // Without an equals sign it is the name of a place in the page.
  const fragment = /=|%3d/i.test(hash) ? rawParts(hash.replace(/^#(?:(?:38|x26);)*/i, '')) : [];
  const inFragment = fragment.some(({ part }) => part !== undefined) ? fragment : [];
  const inQuery = rawParts(search.replace(/^\?/, ''));
  // Networks append their own parts after what the sentence left.
  const isOurs = ({ name }: RawPart): boolean => !isTracking(name);
  const last = inFragment.findLast(isOurs) ?? inQuery.findLast(isOurs);
  const parts = new Map<string, string>();
  for (const one of [...inFragment, ...inQuery].toSorted(byName)) {
    const isSecond = one.isOtherName && one.part !== undefined && parts.has(one.part);
    const name = (isSecond ? undefined : one.part) ?? one.name;
    const value = readValue(one.raw);
    if (STRICT.has(name)) parts.set(name, readStrict(value, name));
    else parts.set(name, one === last && KNOWN.has(name) ? withoutSentence(value) : value);
  }
  const data = parts.get('data');
  if (data !== undefined && !data.includes('://')) parts.set('data', decodedAgain(data));
  return parts;
}

const byName = (a: RawPart, b: RawPart): number => Number(a.isOtherName) - Number(b.isOtherName);
