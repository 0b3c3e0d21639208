import type { NamedArea } from '../place/named-area.ts';
import type { MappedShare } from '../records/mapped-shares.ts';
import type { ModelShare } from './map-model.ts';

/**
 * How opaque the shade of each fifth is. A few classes with wide steps: neighbours of almost the same share look the
 * same, and others differ at a glance. One of which nothing is mapped is still seen to be shaded.
 */
export const SHADES = [0.07, 0.22, 0.38, 0.55, 0.74] as const;

const sumOf = (shares: readonly MappedShare[], countOf: (share: MappedShare) => number): number =>
  shares.reduce((sum, share) => sum + countOf(share), 0);

/**
 * The outlines that are shaded by the share that is mapped. Governorates that are drawn as one area have one shade,
 * of what is mapped and counted in both; each keeps its own numbers. One without an outline is in none of them.
 */
export const shadedShares = (
  shares: readonly MappedShare[],
  areas: readonly NamedArea[],
): readonly ModelShare[] =>
  areas.flatMap(({ name: drawn, also, kind, shape }) => {
    const own = shares.filter(({ name }) => name === drawn || also.includes(name));
    if (kind !== 'governorate' || own.length === 0) return [];
    const counted = sumOf(own, (share) => share.counted);
    const mapped = sumOf(own, (share) => share.mapped);
    const fifth = counted === 0 ? 0 : Math.floor((SHADES.length * mapped) / counted);
    // More may be mapped than was counted, since each side counts in its own unit.
    const shade = SHADES[Math.min(fifth, SHADES.length - 1)] ?? SHADES[0];
    return [{ name: drawn, shape, shares: own, mapped, counted, shade }];
  });
