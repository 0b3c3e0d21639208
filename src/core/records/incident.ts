import { type Place } from '../place/place.ts';
import type { ReportOrigin } from './origins.ts';
import type { Receipt } from './receipt.ts';

/** What was aimed at or affected: the layers of the map, in the order of the legend. */
export const TARGETS = [
  'us-military',
  'diplomatic',
  'kurdish-group',
  'energy',
  'civilian',
  'security-forces',
  'infrastructure',
  'unknown',
] as const;
export type Target = (typeof TARGETS)[number];

export const KINDS = ['incident', 'series', 'total'] as const;
export type Kind = (typeof KINDS)[number];

export const WEAPONS = [
  'drone',
  'missile',
  'rocket',
  'artillery',
  'airstrike',
  'mixed',
  'unknown',
] as const;
export type Weapon = (typeof WEAPONS)[number];

export const EFFECTS = [
  'struck',
  'damage',
  'intercepted',
  'crashed',
  'fell-short',
  'halted',
  'restored',
  'outage',
  'unknown',
] as const;
export type Effect = (typeof EFFECTS)[number];

export const STATUSES = ['confirmed', 'reported', 'claimed', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

export const CLAIMS = ['claimed', 'accused', 'stated', 'denied'] as const;
export type Claim = (typeof CLAIMS)[number];

/** Inclusive; equal ends are an exact number. */
export type CountRange = readonly [min: number, max: number];

export type Attribution = {
  readonly actor: string;
  readonly by: string;
  readonly claim: Claim;
};

export type Report = {
  readonly publisher: string;
  readonly title: string | null;
  readonly url: string;
  readonly published: string | null;
  readonly language: string;
  readonly says: string;
  /** An exact substring of one of the source texts. */
  readonly quote?: string;
  /** Absent: nobody has read the report for it. */
  readonly origin?: ReportOrigin;
  /** Absent: nothing is recorded. */
  readonly receipt?: Receipt;
};

/** One record as the codebook (`geodata/README.md`) defines it. */
export type Incident = {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly summary: string;
  readonly target: Target;
  /** null: no source names one. */
  readonly target_name: string | null;
  readonly weapon: Weapon | null;
  readonly effect: Effect;
  /** EDTF, ISO 8601-2 level 1. */
  readonly time: string;
  readonly time_note: string | null;
  readonly place: Place;
  /** null: not said. [0, 0]: a source says none. */
  readonly killed: CountRange | null;
  readonly injured: CountRange | null;
  readonly attribution: readonly Attribution[];
  readonly status: Status;
  readonly caveat: string | null;
  readonly reports: readonly Report[];
};

/** What is said of deaths, as codes: none or nothing, perhaps, at least one. */
export const DEATHS = ['none', 'possible', 'certain'] as const;

export const deathsOf = (killed: CountRange | null): (typeof DEATHS)[number] => {
  if (killed === null || killed[1] === 0) return 'none';
  return killed[0] > 0 ? 'certain' : 'possible';
};

/** How a mark draws an effect: filled, open, square, pale, or pale with a thick edge. */
export const EFFECT_CLASSES = ['hit', 'intercepted', 'halt', 'unknown', 'fallen'] as const;
export type EffectClass = (typeof EFFECT_CLASSES)[number];

const CLASS_OF_EFFECT: Readonly<Record<Effect, EffectClass>> = {
  struck: 'hit',
  damage: 'hit',
  intercepted: 'intercepted',
  halted: 'halt',
  outage: 'halt',
  restored: 'halt',
  crashed: 'fallen',
  'fell-short': 'fallen',
  unknown: 'unknown',
};

export const effectClassOf = (effect: Effect): EffectClass => CLASS_OF_EFFECT[effect];
