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

/** Every sentence on screen. Another language is another object of this type. */
export const en = {
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
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

export type Words = typeof en;
