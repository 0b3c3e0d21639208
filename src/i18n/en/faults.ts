import type { ColumnsFlaw, Fault } from '../../core/fault.ts';
import { unreachable } from '../../core/unreachable.ts';
import { counts, dates } from './counting.ts';

const bug = {
  title: 'Something broke that should not have',
  advice: 'This is our mistake. Reload the page; if it happens again, tell us what you did.',
};

const flaws: Readonly<Record<ColumnsFlaw, string>> = {
  magic: 'it is not a file of columns',
  version: 'it was written by another version of this program',
  header: 'its beginning is broken',
  size: 'it is cut short, or too long',
  texts: 'its texts do not stand where they should',
  places: 'some of its places cannot be',
  codes: 'it holds kinds, targets or effects that are unknown here',
  times: 'some of its times end before they begin, or are out of order',
};

/** What happened, and what to do. */
export function faultSentence(fault: Fault): string {
  switch (fault.kind) {
    case 'file-missing':
      return `The file ${fault.file} could not be had (answer ${fault.status}). Reload the page; if it stays so, tell whoever publishes it.`;
    case 'network':
      return `The file ${fault.file} did not arrive. Look at your connection and try again.`;
    case 'not-json':
      return `The file ${fault.file} is not readable JSON: ${fault.detail}. Tell whoever publishes it.`;
    case 'not-a-collection':
      return `The file ${fault.file} is not a GeoJSON FeatureCollection. Tell whoever publishes it.`;
    case 'bad-records': {
      const dropped = counts.counted(new Set(fault.faults.map((one) => one.record)).size, {
        one: 'record',
        other: 'records',
      });
      return fault.kept === 0
        ? `Nothing of ${fault.file} can be used until its faults are mended.`
        : `Left out because they could not be read: ${dropped} of ${fault.file}. The other ${counts.number(fault.kept)} are shown.`;
    }
    case 'bad-columns':
      return `The file ${fault.file} cannot be used: ${flaws[fault.reason]}. Tell whoever publishes it.`;
    case 'no-webgl':
      return 'This browser gives the page no WebGL 2, which the map needs, so there is no map. List, timeline and source texts work without it.';
    case 'map-lost':
      return 'The graphics card dropped the map. Reload the page to have it back; list, timeline and source texts go on.';
    case 'base-map-missing':
      return `A part of the base map (${fault.file}) did not arrive. The incidents are all there; reload the page to try again.`;
    case 'address-parts': {
      const parts = fault.parts.map(({ part, text }) => `${part} = “${text}”`).join('; ');
      return `Left out of the address, since it names nothing here: ${parts}. The rest was followed.`;
    }
    case 'bug':
      return `${bug.title} (${fault.message}). ${bug.advice}`;
    case 'map-not-loaded':
      return 'The map’s program did not arrive, so there is no map. List, timeline and source texts work without it; reload the page to try again.';
    case 'outside-period':
      return `The data reach over ${dates.span(fault.period)}. The date was moved to the nearest day of it.`;
    case 'quote-not-found':
      return `The quoted words do not stand in ${fault.file}. The text is shown without a mark; tell whoever publishes it.`;
    default:
      return unreachable(fault);
  }
}

export const faults = {
  sentence: faultSentence,
  recordFault: (record: string, field: string, problem: string, expected: string): string =>
    `${record}: ${field}: ${problem}, expected ${expected}`,
  dismiss: 'Dismiss this notice',
  region: 'Notices',
  details: 'Which records',
};
