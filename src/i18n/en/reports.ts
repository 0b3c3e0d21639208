import { outsideText } from '../../core/text/outside-text.ts';
import { counts, lists } from './format.ts';

/** What the panel says of the reports of a record, and of where their facts are from. */
export const reports = {
  note: 'What each report says, in our words. Quotations are word for word. If reports disagree, all of them are shown.',
  byOrigin: (count: number): string =>
    count === 2 ? 'Both reports, by origin' : `All ${counts.number(count)} reports, by origin`,
  counting: {
    title: 'What is counted',
    text: [
      'An origin is the statement, agency or outlet that the facts of a report are from. Reports that pass on the same one have one origin. Outlets are counted by name, ignoring case, accents, punctuation and spaces.',
      '“At most”: where the words of a report do not say whether it passes on another one, the page counts a separate origin, so the true number may be smaller. One origin does not mean that a report is wrong, and several do not mean that it is true.',
    ],
    /** Of a reader’s file, where only names are read. */
    named:
      'Here, only the names of publishers are read, such as “A News (AFP)”. Nothing is merged by guess. Without a name, each address is an origin. A geolocation is none: it examines what the sources show.',
    /** Where a row has other addresses. */
    least:
      'This row also has addresses, and does not say which report each is of. They are shown, but not counted as reports. So there may be more reports, and the origins are those of the named outlets.',
  },
  bases: {
    statement: 'statement',
    relayed: 'agency or outlet passed on',
    own: 'own report of the outlet',
    unnamed: 'source without a name',
    unsaid: 'no source named',
    outlet: 'outlet',
    address: 'address',
    headline: 'headline, no outlet named',
  },
  /** After the name of an outlet. */
  headings: {
    statement: '(statement)',
    relayed: '(agency or outlet passed on)',
    own: '(own report)',
    unnamed: '– cites a source without a name',
    unsaid: '– names no source',
    outlet: '(outlet)',
    address: '(address)',
    headline: '(headline, no outlet named)',
  },
  noOrigin: {
    unsaid: 'No source named',
    analysis: 'Geolocation: not counted as an origin',
  },
  originAs: (name: string, basis: string): string => `${name} (${basis})`,
  originLine: ({
    origins,
    via,
    evidence,
  }: {
    readonly origins: readonly string[];
    readonly via: string | undefined;
    readonly evidence: string | undefined;
  }): string => {
    const from = [
      origins.length === 0
        ? ''
        : `${counts.counted(origins.length, { one: 'Origin', other: 'Origins' })}: ${lists.and(origins)}`,
      via === undefined ? '' : `${origins.length === 0 ? 'Via' : 'via'} ${via}`,
    ]
      .filter(Boolean)
      .join(', ');
    const shown = evidence === undefined ? '' : `Shown by: “${evidence}”`;
    return [from && `${from}.`, shown].filter(Boolean).join(' ');
  },
  shownAbove: 'in full above',
  goTo: (publisher: string, title: string): string =>
    `${outsideText(publisher)}, in full above: ${outsideText(title)}`,
  untitled: (publisher: string): string => `Report by ${outsideText(publisher)}`,
  noAddress: (address: string): string => `Address (not a web link): ${address}`,
  opensOutside: 'opens in a new tab',
  read: 'Read the source',
  readOf: (publisher: string): string => `Read the source: ${outsideText(publisher)}`,
  noText: 'The source text of this quotation is not published here.',
};
