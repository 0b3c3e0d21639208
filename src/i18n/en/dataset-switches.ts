import { outsideText } from '../../core/text/outside-text.ts';
import { rows } from './format.ts';

/** The list of open data sets: shown once a reader has opened a file. */
export const datasetSwitches = {
  title: 'Data sets',
  own: 'This map’s own data',
  switchSet: (name: string, count: number): string => `${outsideText(name)}: ${rows(count)}`,
  report: 'Show notes',
  reportOf: (name: string): string => `Show notes: ${outsideText(name)}`,
  keep: 'Keep on this device',
  keepOf: (name: string): string => `Keep on this device: ${outsideText(name)}`,
  keepNote: 'The file is kept in the storage of this browser and opens again with this page.',
  close: 'Close',
  closeOf: (name: string): string => `Close: ${outsideText(name)}`,
};
