import { outsideText } from '../../core/text/outside-text.ts';
import type { Claim, Effect, Kind, Status } from '../../core/records/incident.ts';
import type { PlacePrecision } from '../../core/place/place.ts';
import { weapons } from './weapons.ts';

/** The codebook's values in words. */
const name = (text: string): string => outsideText(text, 400);

export const terms = {
  weapons,
  noWeapon: 'no weapon involved',
  effects: {
    struck: 'struck',
    damage: 'damage',
    intercepted: 'intercepted',
    crashed: 'crashed',
    'fell-short': 'fell short',
    halted: 'work halted',
    restored: 'restored',
    outage: 'outage',
    unknown: 'effect not known',
  } satisfies Record<Effect, string>,
  kinds: {
    incident: 'Incident',
    series: 'Series: several events that a source does not separate',
    total: 'Total: a source’s cumulative count',
  } satisfies Record<Kind, string>,
  precisions: {
    site: 'site known, within about 1.5 km',
    town: 'town known, within about 5 km',
    district: 'district known, within about 20 km',
    governorate: 'only the governorate known',
    region: 'only the region known',
  } satisfies Record<PlacePrecision, string>,
  bases: { stated: 'stated by the sources', inferred: 'inferred' },
  statuses: {
    confirmed: 'confirmed by an official body of the side that was hit',
    reported: 'reported',
    claimed: 'claimed, not confirmed',
    disputed: 'disputed',
  } satisfies Record<Status, string>,
  claims: {
    claimed: (actor: string, by: string) =>
      actor === by || by === 'the group itself'
        ? `${name(actor)} claimed it`
        : `${name(actor)} claimed it, according to ${name(by)}`,
    accused: (actor: string, by: string) => `${name(actor)}, accused by ${name(by)}`,
    stated: (actor: string, by: string) => `${name(actor)}, as stated by ${name(by)}`,
    denied: (actor: string, by: string) =>
      actor === by ? `${name(actor)} denied it` : `${name(actor)}; denied by ${name(by)}`,
  } satisfies Record<Claim, (actor: string, by: string) => string>,
};
