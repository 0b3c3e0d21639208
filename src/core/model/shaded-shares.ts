import type { NamedArea } from '../place/named-area.ts';
import type { MappedShare } from '../records/mapped-shares.ts';
import type { ModelShare } from './map-model.ts';

/**
 * How opaque the shade of no share and of all is: a governorate of which nothing is mapped is still seen to be one, and
 * shares of 28 and 40 per cent differ to the eye.
 */
const SHADE = { least: 0.05, most: 0.8 } as const;

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
    // More may be mapped than was counted, since each side counts in its own unit.
    const share = counted === 0 ? 0 : Math.min(mapped / counted, 1);
    const shade = SHADE.least + (SHADE.most - SHADE.least) * share;
    return [{ name: drawn, shape, shares: own, mapped, counted, shade }];
  });
