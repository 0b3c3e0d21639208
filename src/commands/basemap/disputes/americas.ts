import type { Dispute } from './dispute.ts';

export const americas: readonly Dispute[] = [
  {
    id: 'southern-ice-field',
    name: 'Southern Patagonian Ice Field',
    note: 'Argentina and Chile agreed in 1998 to draw this border later.',
    box: [-73.7, -49.85, -72.9, -49.2],
    pairs: [['ARG', 'CHL']],
    unclaimed: ['ARG', 'CHL'],
  },
  {
    id: 'belize',
    name: 'Belize and Guatemala',
    note: 'Guatemala claims the south of Belize; before the International Court of Justice.',
    box: [-89.4, 15.7, -88, 17.9],
  },
  {
    id: 'essequibo',
    name: 'Essequibo',
    note: 'Guyana west of the river, claimed by Venezuela; before the International Court of Justice.',
    box: [-61.6, 1, -57.9, 8.7],
    pairs: [['GUY', 'VEN']],
  },
  {
    id: 'tigri',
    name: 'Tigri Area',
    note: 'Held by Guyana, claimed by Suriname.',
    box: [-58.6, 1.3, -57.1, 3.6],
  },
  {
    id: 'marouini',
    name: 'Marouini',
    note: 'Held by France (French Guiana), claimed by Suriname.',
    box: [-54.4, 2, -53.8, 3.5],
  },
];
