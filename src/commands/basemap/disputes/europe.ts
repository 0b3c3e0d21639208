import type { Dispute } from './dispute.ts';

export const europe: readonly Dispute[] = [
  {
    id: 'crimea',
    name: 'Crimea',
    note: 'Annexed by Russia in 2014; Ukraine by UN General Assembly resolution 68/262. Both lines are dashed.',
    box: [31, 43, 39, 47.05],
    pairs: [['RUS', 'UKR']],
  },
  {
    id: 'abkhazia',
    name: 'Abkhazia',
    note: 'Georgia by most states; outside its control since 1993.',
    box: [39.8, 42.2, 42.3, 43.7],
  },
  {
    id: 'south-ossetia',
    name: 'South Ossetia',
    note: 'Georgia by most states; outside its control since 1992, wholly since 2008.',
    box: [43.3, 41.9, 44.8, 42.9],
  },
  {
    id: 'transnistria',
    name: 'Transnistria',
    note: 'Moldova by all states; outside its control since 1992.',
    box: [28.4, 46.3, 30.2, 48.3],
  },
  {
    id: 'kosovo',
    name: 'Kosovo',
    note: 'Independent since 2008, not recognised by Serbia and about half of the other states.',
    box: [20, 41.8, 21.9, 43.4],
    pairs: [['SRB', 'XKX']],
  },
  {
    id: 'cyprus',
    name: 'Cyprus',
    note: 'The Green Line of 1974. The northern part is recognised by Turkey only.',
    box: [32.4, 34.9, 34.7, 35.8],
    areas: [['CYN', 'CYP']],
  },
  {
    id: 'danube',
    name: 'Danube between Croatia and Serbia',
    note: 'Croatia claims the border of the land register, Serbia the river; some land is claimed by neither.',
    box: [18.7, 45.1, 19.4, 45.95],
    pairs: [['HRV', 'SRB']],
    unclaimed: ['HRV', 'SRB'],
  },
  {
    id: 'mont-blanc',
    name: 'Summit of Mont Blanc',
    note: 'France and Italy draw the line differently around the summit.',
    box: [6.8, 45.78, 6.96, 45.88],
    pairs: [['FRA', 'ITA']],
  },
];
