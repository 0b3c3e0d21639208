/** Icons of the interface: SVG paths on a 16 × 16 grid, drawn as lines. */
export const ICONS = {
  back: 'M9.5 3 4.5 8l5 5',
  forward: 'M6.5 3l5 5-5 5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  up: 'M3 10.5l5-5 5 5',
  down: 'M3 5.5l5 5 5-5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.5 10.5 14 14',
  outside: 'M6.5 3.5H3v9.5h9.5V9.5M9 3h4v4M13 3 7.5 8.5',
  share: 'M8 10V2M5 4.5 8 1.5l3 3M3 7.5V14h10V7.5',
  text: 'M3 3.5h10M3 6.5h10M3 9.5h10M3 12.5h6',
} as const;
export type IconName = keyof typeof ICONS;
