import { lookOf } from '../records/color-scheme.ts';
import type { Layer } from '../records/layer.ts';
import type { IncidentCells } from './incident-cells.ts';
import { NO_SLOT, partOf, slotOf } from './timeline-slots.ts';

/** The slot of each cell: how it is drawn. `isOn` by layer; undefined: all are counted. */
export function slotsOfCells(
  cells: IncidentCells,
  layers: readonly Pick<Layer, 'styleIndex'>[],
  hasOutcomes: boolean,
  isOn: Uint8Array | undefined,
): Uint8Array {
  const layerLooks = layers.map(({ styleIndex }) => styleIndex);
  return Uint8Array.from({ length: cells.length }, (_, cell) => {
    const layer = cells.layer[cell] ?? 0;
    if (isOn && isOn[layer] !== 1) return NO_SLOT;
    const part = partOf(cells.effectClass[cell] ?? 0, hasOutcomes, cells.isPossible[cell] === 1);
    return slotOf(part, lookOf(cells.scheme, cells.category[cell] ?? 0, layer, layerLooks));
  });
}
