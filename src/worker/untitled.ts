import { TARGETS } from '../core/records/incident.ts';
import type { DatasetInfo } from '../core/records/dataset-info.ts';

/** Where its names are missing, a layer is called by its code. */
const CODES = Object.fromEntries(
  TARGETS.map((target) => [target, { en: target }]),
) as DatasetInfo['layers'];

/** Stands in for a `dataset.json` that cannot be had; the bundled set is in Iraq's civil time. */
export const UNTITLED: DatasetInfo = {
  title: '',
  topic: '',
  headline: '',
  standfirst: '',
  utc_offset_minutes: 180,
  description: { en: '' },
  time_zone: { en: '' },
  map: { lon: 0, lat: 0, zoom: 1 },
  layers: CODES,
  licence: '',
  method: [],
  coverage: [],
  coverage_note: '',
  region: { name: { en: '' }, governorates: [], counted_from: '' },
  actors: { iran: [], 'iraqi-groups': [], 'iran-and-iraqi-groups': [], 'israel-or-us': [] },
  totals: [],
  totals_note: '',
  mapped_note: '',
  annotations: [],
  spellings: [],
};
