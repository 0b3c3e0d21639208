import { chartButton } from './chart-button.ts';
import { datasets } from './datasets.ts';
import { figures } from './figures.ts';
import { firstFaults } from './first-faults.ts';
import { incidents, splitCount, windowCount } from './format.ts';
import { key } from './key.ts';
import { known } from './known.ts';
import { layers } from './layers.ts';
import { map } from './map.ts';
import { masthead } from './masthead.ts';
import { obstacles } from './obstacles.ts';
import { print } from './print.ts';
import { rowFilters } from './row-filters.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';
import { unknownEnds } from './unknown-ends.ts';

/** The messages that the first view of the page needs, or that must be there when nothing more can be loaded. */
export const firstMessages = {
  incidents,
  windowCount,
  splitCount,
  unknownEnds,
  layers,
  key,
  datasets,
  shell,
  masthead,
  obstacles,
  map,
  timeline,
  chartButton,
  figures,
  rowFilters,
  known,
  print,
  faults: firstFaults,
};
