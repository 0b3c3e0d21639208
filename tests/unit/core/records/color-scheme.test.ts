import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributedOf, LISTED_ACTORS } from '../../../../src/core/records/attributed.ts';
import {
  CATEGORIES,
  categoryOf,
  COLOR_SCHEMES,
  lookOf,
  NO_LOOK,
} from '../../../../src/core/records/color-scheme.ts';
import {
  EFFECTS,
  EFFECT_CLASSES,
  effectClassOf,
  WEAPONS,
  type Incident,
} from '../../../../src/core/records/incident.ts';
import { incidentTable } from '../../../../src/core/records/build-incident-table.ts';
import { madeUp, PERIOD } from './made-up-incidents.ts';

/** Made-up names. */
const NAMES = {
  iran: ['First', 'First army'],
  'iraqi-groups': ['Second'],
  'iran-and-iraqi-groups': ['First and Second'],
  'israel-or-us': ['Third'],
};
const said = (...actors: readonly string[]) => actors.map((actor) => ({ actor }));

describe('`attributedOf`', () => {
  it.each([
    [[], 'nobody'],
    [['First'], 'iran'],
    [['First', 'First army'], 'iran'],
    [['Second', 'First'], 'iran-and-iraqi-groups'],
    [['First and Second', 'Second'], 'iran-and-iraqi-groups'],
    [['Third'], 'israel-or-us'],
    [['First', 'Third'], 'others'],
    [['Nobody knows them'], 'others'],
  ] as const)('says of %j: %s', (actors, expected) => {
    expect(attributedOf(said(...actors), NAMES)).toBe(expected);
  });

  it('names nobody of a list that there is not', () => {
    expect(attributedOf(said('First'), undefined)).toBe('others');
  });
});

describe('the categories of a scheme', () => {
  const incident: fc.Arbitrary<Incident> = fc
    .record({
      effect: fc.constantFrom(...EFFECTS),
      weapon: fc.constantFrom(null, ...WEAPONS),
      attribution: fc
        .subarray(['First', 'Second', 'Third', 'Fourth'])
        .map((actors) =>
          actors.map((actor) => ({ actor, by: 'A made-up source', claim: 'accused' as const })),
        ),
    })
    .map(madeUp);

  it('say of each record what it says itself, and of a halt that it is one', () => {
    fc.assert(
      fc.property(incident, (record) => {
        const about = {
          region: { name: { en: '' }, governorates: [], counted_from: '' },
          actors: NAMES,
        };
        const table = incidentTable([{ incident: record, span: PERIOD }], 0, about);
        const keyIn = (scheme: keyof typeof CATEGORIES): string | undefined =>
          CATEGORIES[scheme][categoryOf(scheme, table)(0)]?.key;
        const isHalt = effectClassOf(record.effect) === 'halt';
        expect(keyIn('outcome')).toBe(effectClassOf(record.effect));
        expect(keyIn('weapon')).toBe(isHalt ? 'halt' : (record.weapon ?? 'unknown'));
        expect(keyIn('attributed')).toBe(isHalt ? 'halt' : attributedOf(record.attribution, NAMES));
      }),
    );
  });

  it('have a colour each', () => {
    for (const scheme of COLOR_SCHEMES) {
      if (scheme === 'target') continue;
      const looks = CATEGORIES[scheme].map((_, category) => lookOf(scheme, category, 0, []));
      expect(new Set(looks).size).toBe(looks.length);
      expect(looks).not.toContain(NO_LOOK);
    }
    expect(CATEGORIES.outcome).toHaveLength(EFFECT_CLASSES.length);
    expect(CATEGORIES.attributed).toHaveLength(LISTED_ACTORS.length + 3);
  });
});
