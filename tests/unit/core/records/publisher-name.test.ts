import { describe, expect, it } from 'vitest';
import { publisherKey } from '../../../../src/core/records/publisher-key.ts';
import { readPublisherName } from '../../../../src/core/records/publisher-name.ts';
import { RECORDS } from '../../published-records.ts';

describe('the name of a publisher', () => {
  it.each<readonly [name: string, family: string, relays: string | null]>([
    ['Example News', 'Example News', null],
    ['Example News (AFP)', 'Example News', 'AFP'],
    ['Example News (Agence France-Presse)', 'Example News', 'AFP'],
    ['Example News (AA)', 'Example News', 'Anadolu'],
    ['Example News (citing Reuters)', 'Example News', 'Reuters'],
    ['Example News (RIA, citing Reuters)', 'Example News', 'Reuters'],
    ['Example News (ANP/AFP)', 'Example News', 'AFP'],
    ['Example News (citing Example Radio)', 'Example News', 'Example Radio'],
    ['AFP (via Example News)', 'Example News', 'AFP'],
    ['Reuters via Example News', 'Example News', 'Reuters'],
    // The other way round: only one of the two is an agency.
    ['Example News (via AFP)', 'Example News', 'AFP'],
    ['Example News via Reuters', 'Example News', 'Reuters'],
    // An edition, a country or an author is no agency.
    ['Example News (Arabic)', 'Example News (Arabic)', null],
    ['Example News (UK)', 'Example News (UK)', null],
    ['Example News (Jane Doe)', 'Example News (Jane Doe)', null],
    ['Via Example', 'Via Example', null],
    ['(AFP)', '(AFP)', null],
    ['', '', null],
  ])('%s', (name, family, relays) => {
    expect(readPublisherName(name)).toEqual({ family, relays });
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
