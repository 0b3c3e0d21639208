import type { Weapon } from '../../core/records/incident.ts';

export const weapons = {
  drone: 'drone',
  missile: 'missile',
  rocket: 'rocket',
  artillery: 'artillery',
  airstrike: 'air strike',
  mixed: 'several kinds of weapon',
  unknown: 'weapon not known',
} satisfies Record<Weapon, string>;
