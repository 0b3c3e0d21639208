import { isDated, type IncidentRecord } from '../../core/records/incident-record.ts';
import { isoText } from '../../core/time/minute.ts';
import { webAddress } from '../kit/web-address.ts';

/** An ISO day, or the beginning of a time. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/**
 * Where the Internet Archive shows its copy of a page that is nearest to the first of some texts that is a
 * day, or its latest copy where none is. Undefined for what is no address of the web.
 */
export function archiveSearch(
  address: string,
  days: readonly (string | null | undefined)[],
): string | undefined {
  const web = webAddress(address);
  if (web === undefined) return undefined;
  const day = days.flatMap(
    (text) =>
      DAY.exec(text ?? '')
        ?.slice(1)
        .join('') ?? [],
  )[0];
  return ['https://web.archive.org/web', day, web].filter(Boolean).join('/');
}

/** The first day on which the incident of a record may have been; undefined where it is not known. */
export const firstDayOf = (recorded: IncidentRecord): string | undefined => {
  const { span, unknownEnd } = recorded;
  const isKnown = isDated(recorded) && unknownEnd !== 'from' && unknownEnd !== 'both';
  return isKnown ? isoText(span.from).slice(0, 'yyyy-mm-dd'.length) : undefined;
};
