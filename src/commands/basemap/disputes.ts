import { africa } from './disputes/africa.ts';
import { americas } from './disputes/americas.ts';
import { asia } from './disputes/asia.ts';
import type { Dispute, Pair } from './disputes/dispute.ts';
import { europe } from './disputes/europe.ts';
import { boxHolds } from './region-boxes.ts';

/** Further lines of these disputes, by the same ids, are in disputed-lines.geojson. */
export const disputes: readonly Dispute[] = [...europe, ...asia, ...africa, ...americas];

/** The dispute that a point of the border between two countries belongs to. */
export function disputeOfPair(pair: Pair, longitude: number, latitude: number): string | undefined {
  return disputes.find(
    ({ pairs, box }) =>
      pairs?.some((listed) => isSamePair(listed, pair)) && boxHolds(box, [longitude, latitude]),
  )?.id;
}

/** The dispute at a point of the edge of a country that nobody is on the other side of. */
export function disputeWithNobody(
  country: string,
  longitude: number,
  latitude: number,
): string | undefined {
  return disputes.find(
    ({ unclaimed, box }) => unclaimed?.includes(country) && boxHolds(box, [longitude, latitude]),
  )?.id;
}

/** Whether a country has a disputed border near a point. */
export function isInDispute(country: string, longitude: number, latitude: number): boolean {
  return disputes.some(
    ({ pairs, box }) =>
      pairs?.some((pair) => pair.includes(country)) && boxHolds(box, [longitude, latitude]),
  );
}

function isSamePair([a, b]: Pair, [c, d]: Pair): boolean {
  return (a === c && b === d) || (a === d && b === c);
}
