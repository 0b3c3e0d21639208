/** In which order day, month and year are written where all three are numbers. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * Calendars that dates of this region are written in. `kurdish` counts the years of the Solar Hijri
 * calendar from 1,321 years earlier (2725 is 1404); its months are the same.
 */
export const CALENDARS = ['gregorian', 'solar-hijri', 'hijri', 'kurdish', 'buddhist'] as const;
export type Calendar = (typeof CALENDARS)[number];
