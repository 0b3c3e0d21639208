import { describe, expect, it } from 'vitest';
import { publisherKey } from '../../../../src/core/records/publisher-key.ts';
import { readPublisherName } from '../../../../src/core/records/publisher-name.ts';
import { RECORDS } from '../../published-records.ts';

describe('the name of a publisher', () => {
  it.each<readonly [name: string, family: string, relays: string | null, also: string]>([
    ['Example News', 'Example News', null, ''],
    ['Example News (AFP)', 'Example News', 'AFP', ''],
    ['Example News (Agence France-Presse)', 'Example News', 'AFP', ''],
    ['Example News (AA)', 'Example News', 'Anadolu', ''],
    ['Example News (citing Reuters)', 'Example News', 'Reuters', ''],
    ['Example News (RIA, citing Reuters)', 'Example News', 'Reuters', ''],
    // Several: the name does not say whether one passes on the other.
    ['Example News (ANP/AFP)', 'Example News', 'AFP', 'ANP'],
    ['Example News (AFP, Reuters)', 'Example News', 'Reuters', 'AFP'],
    ['Example News (AFP and Reuters)', 'Example News', 'Reuters', 'AFP'],
    ['Example News (AFP, Example Radio & AP)', 'Example News', 'Associated Press', 'AFP'],
    ['Example News (citing AFP and Reuters)', 'Example News', 'Reuters', 'AFP'],
    ['Example News (citing Example Radio, AFP)', 'Example News', 'AFP', 'Example Radio'],
    [
      'Example News (citing Example and Other Radio)',
      'Example News',
      'Example and Other Radio',
      '',
    ],
    ['Example News via AFP, Reuters', 'Example News', 'Reuters', 'AFP'],
    ['AFP/Reuters (via Example News)', 'Example News', 'Reuters', 'AFP'],
    ['AFP, Reuters', 'AFP, Reuters', 'Reuters', 'AFP'],
    ['AFP, Example Town', 'AFP, Example Town', null, ''],
    ['Example News (citing Example Radio)', 'Example News', 'Example Radio', ''],
    ['AFP (via Example News)', 'Example News', 'AFP', ''],
    ['Reuters via Example News', 'Example News', 'Reuters', ''],
    // The other way round: only one of the two is an agency.
    ['Example News (via AFP)', 'Example News', 'AFP', ''],
    ['Example News via Reuters', 'Example News', 'Reuters', ''],
    // An edition, a country or an author is no agency.
    ['Example News (Arabic)', 'Example News (Arabic)', null, ''],
    ['Example News (UK)', 'Example News (UK)', null, ''],
    ['Example News (Jane Doe)', 'Example News (Jane Doe)', null, ''],
    ['Via Example', 'Via Example', null, ''],
    ['(AFP)', '(AFP)', null, ''],
    ['', '', null, ''],
  ])('%s', (name, family, relays, also) => {
    expect(readPublisherName(name)).toEqual({ family, relays, also: also ? [also] : [] });
  });

  it('never says less of our publishers than it may, and nothing else than their reports', () => {
    for (const { incident } of RECORDS)
      for (const { publisher, origin } of incident.reports) {
        const { relays } = readPublisherName(publisher);
        if (relays === null) continue;
        const known = [origin?.relays, ...(origin?.also_relays ?? [])].map((name) =>
          publisherKey(name ?? ''),
        );
        // A text may itself cite another outlet: then the last one of the chain is recorded.
        if (origin?.evidence?.includes('Al Jazeera')) continue;
        expect(known, publisher).toContain(publisherKey(relays));
      }
  });
});
