import { about } from './en/about.ts';
import { counts, dates, incidents, windowCount } from './en/counting.ts';
import { faults } from './en/faults.ts';
import { map } from './en/map.ts';
import { ownFiles } from './en/own-files.ts';
import { panel } from './en/panel.ts';
import { print } from './en/print.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { terms } from './en/terms.ts';
import { timeline } from './en/timeline.ts';

/**
 * Every sentence on screen. Another language is another object of this type.
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
export const en = {
  dates,
  counts,
  incidents,
  windowCount,
  terms,
  shell,
  start,
  map,
  timeline,
  panel,
  print,
  about,
  ownFiles,
  faults,
};
