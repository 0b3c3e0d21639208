import { about } from './about.ts';
import { areas } from './areas.ts';
import { casualties } from './casualties.ts';
import { chart } from './chart.ts';
import { columnNames } from './column-names.ts';
import { compare } from './compare.ts';
import { datasetSwitches } from './dataset-switches.ts';
import { faults } from './faults.ts';
import { fieldNames } from './field-names.ts';
import { charts } from './charts.ts';
import { fieldValues } from './field-values.ts';
import { filters } from './filters.ts';
import { firstMessages } from './first-messages.ts';
import { form } from './form.ts';
import { knownOn } from './known-on.ts';
import { ownFiles } from './own-files.ts';
import { keys } from './keys.ts';
import { panel } from './panel.ts';
import { period } from './period.ts';
import { place } from './place.ts';
import { receipt } from './receipt.ts';
import { rows } from './rows.ts';
import { share } from './share.ts';
import { sources } from './sources.ts';
import { start } from './start.ts';
import { table } from './table.ts';
import { terms } from './terms.ts';
import { time } from './time.ts';

/**
 * Every sentence on screen, in English. Another language is another object of this type; `sentences/` says which message is
 * used when.
 *
 * One term for each thing:
 * - *incident*: one reported event at one place and time; only incidents are counted. *Series* and *total*: as in the
 *   codebook. *Record*: any of the three, or a row of a file. *Row*: of a table that a reader opens.
 * - *report*: what an outlet published. What this page says about reading a file are its *notes*.
 * - *period*: the dates that are counted (`window` in the code). *All dates*: what the data cover.
 * - *mark*: what stands on the map for incidents. *Layer*: what is switched on and off. *Data set*: this map's own
 *   data or an opened file.
 * - *place precision*: how exactly a place is known. *Only the area is known*: no point can be drawn.
 * - *keep*: store in this browser. *Save*: write to a file. *Open*: read a file. *Close*: put it away.
 */
export const messages = {
  ...firstMessages,
  datasetSwitches,
  terms,
  fieldNames,
  columnNames,
  faults,
  time,
  place,
  casualties,
  rows,
  share,
  form,
  knownOn,
  keys,
  period,
  compare,
  panel,
  receipt,
  about,
  areas,
  chart,
  filters,
  fieldValues,
  charts,
  ownFiles,
  sources,
  start,
  table,
};
