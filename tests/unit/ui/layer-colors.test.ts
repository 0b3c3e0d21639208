import { readFileSync } from 'node:fs';
import { converter, differenceEuclidean, interpolate, wcagContrast, type Color } from 'culori';
import { describe, expect, it } from 'vitest';
import { SHADES } from '../../../src/core/model/shaded-shares.ts';
import { TARGETS } from '../../../src/core/records/incident.ts';

const css = readFileSync(new URL('../../../src/tokens.css', import.meta.url), 'utf8');
const dark = css.indexOf(":root[data-theme='dark']");
const blocks = { light: css.slice(0, dark), dark: css.slice(dark) };

const linear = converter('lrgb');
const difference = differenceEuclidean('oklab');

/**
 * Rows of matrices for linear RGB that show a colour as it looks to people without one kind of cone.
 * Source: Machado, Oliveira, Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", severity 1.0.
 */
const SIGHTS = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

function seen(hex: string, sight: keyof typeof SIGHTS): Color {
  const color = linear(hex);
  if (!color) throw new Error(`${hex} is no colour.`);
  const channels = SIGHTS[sight].map(([r, g, b]) =>
    Math.min(Math.max(r * color.r + g * color.g + b * color.b, 0), 1),
  );
  const [r = 0, g = 0, b = 0] = channels;
  return { mode: 'lrgb', r, g, b };
}

describe.each(['light', 'dark'] as const)('the colours of layers in the %s theme', (theme) => {
  const token = (name: string): string => {
    const color = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(blocks[theme])?.[1];
    if (color === undefined) throw new Error(`There is no token ${name}.`);
    return color;
  };
  const layers = TARGETS.map((target) => token(`layer-${target}`));

  it.each(['map-region', 'map-country', 'map-land'])('stand 3:1 against %s', (ground) => {
    const weak = layers.filter((color) => wcagContrast(color, token(ground)) < 3);
    expect(weak).toEqual([]);
  });

  it('carry a number in paper or ink that large bold text can have', () => {
    const weak = layers.filter(
      (color) =>
        Math.max(wcagContrast(color, token('map-region')), wcagContrast(color, token('ink'))) < 3,
    );
    expect(weak).toEqual([]);
  });

  // In OKLab times 100, about 2 is just noticeable between large areas side by side.
  it.each(Object.keys(SIGHTS) as (keyof typeof SIGHTS)[])(
    'differ by at least 8 for %s sight, each from every other',
    (sight) => {
      const close = layers.flatMap((a, i) =>
        layers
          .slice(0, i)
          .filter((b) => 100 * difference(seen(a, sight), seen(b, sight)) < 8)
          .map((b) => `${a} and ${b}`),
      );
      expect(close).toEqual([]);
    },
  );

  it('leave the shades of shares far apart, and from the map next to them', () => {
    const shades = [0, ...SHADES].map((shade) =>
      interpolate([token('map-region'), token('ink')], 'rgb')(shade),
    );
    const steps = shades.slice(1).map((shade, at) => 100 * difference(shades[at] ?? '', shade));
    expect(Math.min(...steps.slice(1))).toBeGreaterThan(10);
    expect(steps[0]).toBeGreaterThan(4);
  });

  it('leave a number on the middle of a mark easy to read', () => {
    expect(wcagContrast(token('ink'), token('mark-core'))).toBeGreaterThan(7);
  });

  it.each(Object.keys(SIGHTS) as (keyof typeof SIGHTS)[])(
    'differ for %s sight from that of the part that joins short ones',
    (sight) => {
      const joined = seen(token('layer-several'), sight);
      const close = layers.filter((color) => 100 * difference(seen(color, sight), joined) < 8);
      expect(close).toEqual([]);
    },
  );
});
