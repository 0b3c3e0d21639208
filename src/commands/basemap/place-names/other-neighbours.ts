import type { PlaceNames } from './place-name.ts';

export const otherNeighbours: PlaceNames = {
  616052: { name: 'Yerevan', rank: 1 },
  587084: { name: 'Baku', rank: 1 },
  285787: { name: 'Kuwait City', rank: 1, ar: 'مدينة الكويت' },
  147429: { name: 'Nakhchivan', rank: 3 },
  146970: { name: 'Khankendi', rank: 3 },
  147622: { name: 'Lankaran', rank: 3 },
  108512: { name: 'Arar', rank: 3, ar: 'عرعر' },
  102527: { name: 'Sakaka', rank: 3, ar: 'سكاكا' },
  250090: { name: 'Zarqa', rank: 3, ar: 'الزرقاء' },
  250582: { name: 'Mafraq', rank: 4, ar: 'المفرق' },
  277130: { name: 'Baalbek', rank: 4, ar: 'بعلبك' },
  108648: { name: 'Qurayyat', rank: 4, ar: 'القريات' },
  174875: { name: 'Kapan', rank: 4 },
};
