import type { Incident, Report } from '../../core/records/incident.ts';
import { publisherKey } from '../../core/records/publisher-key.ts';
import { shown } from '../../formats/native/field-fault.ts';
import type { Readable } from '../../formats/native/readable-record.ts';
import type { Finding } from './check-fault.ts';

/** Tracking parameters: without them a URL leads to the same page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|traffic_source|ref|ref_src|ref_url|referrer|smid|cmpid|ocid|amp|_ga|_gl|at_\w+|xtor|ns_\w+)$/i;

/**
 * An address without what does not change the page: scheme, `www.`, tracking parameters, fragment,
 * slash at the end. Undefined where it is no address.
 */
export function addressKey(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = url.hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '');
  const path = url.pathname
    .replaceAll(/%[\da-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/\/(?:index\.(?:html?|php)|amp)?\/*$/, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(String)
    .sort();
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  return [host, url.port, path, ...query, route].join('|');
}

type Reports = readonly (Readable<Report> | undefined)[];

/** Returns a finding for each report whose `keyOf` equals that of an earlier report. */
function repeats(
  reports: Reports,
  keyOf: (report: Readable<Report>) => string | undefined,
  finding: (i: number, first: number) => Finding,
): readonly Finding[] {
  const firsts = new Map<string, number>();
  return reports.flatMap((report, i) => {
    const key = report && keyOf(report);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (first !== undefined) return [finding(i, first)];
    firsts.set(key, i);
    return [];
  });
}

function repeatedReports(reports: Reports): readonly Finding[] {
  const byAddress = repeats(
    reports,
    ({ url }) => (url === undefined ? undefined : addressKey(url)),
    (i, first) => ({
      rule: 'report-twice',
      field: `reports.${i}.url`,
      problem: `is the address of reports.${first} again`,
      expected: 'each report once',
    }),
  );
  const known = new Set(byAddress.map(({ field }) => field.replace(/\.url$/, '')));
  const others = [
    ...repeats(
      reports,
      ({ publisher, title, published }) =>
        publisher && title
          ? [publisherKey(publisher), title.trim(), published].join('|')
          : undefined,
      (i, first) => ({
        rule: 'report-title-twice',
        field: `reports.${i}.title`,
        problem: `has publisher, title and day of reports.${first}`,
        expected: 'each report once',
        reason: 'a publisher may have two reports of one title',
      }),
    ),
    ...repeats(
      reports,
      ({ says }) => says?.trim().toLowerCase(),
      (i, first) => ({
        rule: 'says-twice',
        field: `reports.${i}.says`,
        problem: `is word for word that of reports.${first}`,
        expected: 'what this report says',
        reason: 'two reports may say the same',
      }),
    ),
  ];
  return [
    ...byAddress,
    ...others.filter(({ field }) => !known.has(field.split('.').slice(0, 2).join('.'))),
  ];
}

function addressProblem(text: string): readonly [problem: string, reason?: string] | undefined {
  if (!URL.canParse(text)) return ['is no address that a browser can open'];
  const { hostname, username, pathname, search, hash } = new URL(text);
  if (/\.{3}|…/.test(text)) return ['is cut short'];
  if (/[;,|]https?:/i.test(text)) return ['is more than one address'];
  if (username !== '') return ['holds a user name'];
  if (/https?:\/?\/?https?:/i.test(text)) return ['holds http twice'];
  if (
    !/^[a-z\d.-]*\.[a-z\d-]{2,}$/i.test(hostname) ||
    /^[\d.]+$|(?:^|\.)(?:localhost|local|test|invalid|example)$/.test(hostname)
  )
    return [`has ${shown(hostname)} where a site is expected`];
  if (/["'<>{}|\\^`]|[,;]$/.test(text))
    return ['holds or ends with a character that is not of an address'];
  if (/%(?![\da-f]{2})/i.test(text))
    return ['holds a % that begins no code', 'some sites write it so'];
  if (pathname === '/' && search === '' && hash === '')
    return ['is the address of a site, not of a report', 'a site may be the report'];
  return undefined;
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
};
/** Kurdish and Azerbaijani are written in more than one script. */
const SEVERAL_SCRIPTS = /^(?:ku|az|sr|uz|kk|ky|tg|pa|ckb|kmr|bs)\b/;
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function languageFindings(i: number, report: Readable<Report>): readonly Finding[] {
  const { language, title } = report;
  if (language === undefined) return [];
  const canonical = Intl.getCanonicalLocales(language)[0] ?? language;
  const field = `reports.${i}.language`;
  if (languages.of(canonical) === undefined || canonical.toLowerCase() !== language.toLowerCase())
    return [
      {
        rule: 'language',
        field,
        problem: `${shown(language)} is not the code of a language`,
        expected: canonical === language ? 'a code of BCP 47 such as en, ar, ku' : shown(canonical),
      },
    ];
  const script = new Intl.Locale(canonical).maximize().script ?? '';
  const letters = SCRIPTS[script];
  if (!title || !letters || SEVERAL_SCRIPTS.test(canonical)) return [];
  if (!/\p{L}/u.test(title) || letters.test(title)) return [];
  return [
    {
      rule: 'language-script',
      field,
      problem: `${shown(language)} is not written in the letters of the title ${shown(title)}`,
      expected: 'the language of the report',
      reason: 'a title may be in another language than its report',
    },
  ];
}

/** Each report once, with an address of a report and the code of its language. */
export function reportFindings(record: Readable<Incident>): readonly Finding[] {
  const reports = record.reports ?? [];
  const each = reports.flatMap((report, i): readonly Finding[] => {
    if (!report) return [];
    const [problem, reason] = (report.url !== undefined && addressProblem(report.url)) || [];
    const field = `reports.${i}.url`;
    const expected = 'the full address of the report';
    const ofAddress =
      problem === undefined
        ? []
        : [
            {
              rule: 'address',
              field,
              problem: `${shown(report.url)} ${problem}`,
              expected,
              reason,
            },
          ];
    return [...ofAddress, ...languageFindings(i, report)];
  });
  return [...each, ...repeatedReports(reports)];
}
