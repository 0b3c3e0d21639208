import { describe, expect, it } from 'vitest';
import { EFFECT_CLASSES } from '../../../../src/core/records/incident.ts';
import { tollsOf } from '../../../../src/ui/list/list-count.ts';

const sum = (least: number, most: number, incidents = 1) => ({
  certain: [least, most] as const,
  possible: [0, 0] as const,
  incidents,
});
const zone = (attacks: number, killed: number) => ({
  attacks: { certain: attacks, possible: 0 },
  killed: sum(killed, killed + 1, Math.min(killed, 1)),
  injured: sum(0, 0, 0),
});
/** The effects of a list of some hits and nine halts. */
const effects = (hits: number) => ({
  certain: Uint32Array.from(EFFECT_CLASSES, (name) =>
    name === 'hit' ? hits : name === 'halt' ? 9 : 0,
  ),
  possible: new Uint32Array(EFFECT_CLASSES.length),
});

describe('`tollsOf`', () => {
  it('gives no figure that joins the region and elsewhere', () => {
    const zones = { region: zone(5, 3), elsewhere: zone(2, 1) };
    expect(tollsOf({ zones, effects: effects(7) })).toEqual([
      {
        in: { zone: 'region', attacks: { certain: 5, possible: 0 } },
        killed: sum(3, 4),
        injured: sum(0, 0, 0),
      },
      {
        in: { zone: 'elsewhere', attacks: { certain: 2, possible: 0 } },
        killed: sum(1, 2),
        injured: sum(0, 0, 0),
      },
    ]);
  });

  it('names no zone where the list has one only', () => {
    const zones = { region: zone(5, 3), elsewhere: zone(0, 0) };
    expect(tollsOf({ zones, effects: effects(5) })).toEqual([
      { in: undefined, killed: sum(3, 4), injured: sum(0, 0, 0) },
    ]);
  });

  it('counts no attacks by zone where rows of a file are in the list, which say none', () => {
    const zones = { region: zone(5, 3), elsewhere: zone(2, 1) };
    const tolls = tollsOf({ zones, effects: effects(8) });
    expect(tolls.map((one) => one.in)).toEqual([
      { zone: 'region', attacks: undefined },
      { zone: 'elsewhere', attacks: undefined },
    ]);
  });

  it('says nothing where the data say nothing of people', () => {
    expect(tollsOf({ zones: undefined, effects: effects(3) })).toEqual([]);
  });
});
