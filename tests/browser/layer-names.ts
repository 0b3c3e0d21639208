import dataset from '../../geodata/dataset.json' with { type: 'json' };
import type { Target } from '../../src/core/records/incident.ts';

/** What the layers are called, as the published data set names them. */
export const LAYER_NAMES = Object.fromEntries(
  Object.entries(dataset.layers).map(([target, labels]) => [target, labels.en]),
) as Readonly<Record<Target, string>>;
