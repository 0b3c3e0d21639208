import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planRings,
  SEVERAL_EFFECT_CLASSES,
  SEVERAL_LAYERS,
  type MarkCell,
} from '../../../../src/core/index/mark-rings.ts';
import {
  EFFECT_CLASSES,
  EFFECTS,
  effectClassOf,
  type EffectClass,
} from '../../../../src/core/records/incident.ts';

const codeOf = (effectClass: EffectClass): number => EFFECT_CLASSES.indexOf(effectClass);
const cells = (...classes: readonly EffectClass[]): readonly MarkCell[] =>
  classes.map((one, cell) => ({ cell, layer: 0, effectClass: codeOf(one), count: 1 }));
const classesOf = (all: readonly MarkCell[], radius: number): readonly string[] =>
  planRings(all, radius).rings.map(
    ({ effectClass }) => EFFECT_CLASSES[effectClass] ?? 'several with a hit',
  );

it('an effect that is not known shares its class with no other effect', () => {
  expect(EFFECTS.filter((effect) => effectClassOf(effect) === 'unknown')).toEqual(['unknown']);
});

describe('`planRings`', () => {
  it('draws a ring for each effect class, hits in the middle', () => {
    const all = cells('hit', 'unknown', 'fallen', 'intercepted');
    expect(classesOf(all, 20)).toEqual(['intercepted', 'unknown', 'fallen', 'hit']);
  });

  it('draws a halt next to other incidents apart from what is not known', () => {
    expect(classesOf(cells('halt', 'unknown'), 20)).toEqual(['unknown', 'fallen']);
    expect(classesOf(cells('halt'), 20)).toEqual(['halt']);
  });

  it('draws a ring that joins effect classes as filled only if one of them is a hit', () => {
    expect(classesOf(cells('unknown', 'intercepted'), 3)).toEqual(['unknown']);
    expect(classesOf(cells('unknown', 'hit'), 3)).toEqual(['several with a hit']);
  });

  const anyCells = fc.array(
    fc.record({
      layer: fc.nat(4),
      effectClass: fc.nat(EFFECT_CLASSES.length - 1),
      count: fc.integer({ min: 1, max: 50 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('never draws an effect that is not known as a known one alone', () => {
    fc.assert(
      fc.property(anyCells, fc.integer({ min: 1, max: 40 }), (made, radius) => {
        const all = made.map((one, cell) => ({ ...one, cell }));
        // A dark ring of several layers shows no effect.
        const rings = planRings(all, radius).rings.filter(({ layer }) => layer !== SEVERAL_LAYERS);
        for (const { effectClass, groups } of rings) {
          const inside = groups.flatMap(({ cells: own }) => own.map((cell) => all[cell]));
          const classes = new Set(inside.map((one) => one?.effectClass));
          if (!classes.has(codeOf('unknown'))) continue;
          if (classes.size === 1) expect(effectClass).toBe(codeOf('unknown'));
          else expect([codeOf('unknown'), SEVERAL_EFFECT_CLASSES]).toContain(effectClass);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
