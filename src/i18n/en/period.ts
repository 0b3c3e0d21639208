/** The choices of a period that few readers need; loaded with them. */
export const period = {
  title: 'Choose a period',
  own: 'Other dates',
  groups: {
    'last-days': 'End of the data',
    month: 'Months',
    year: 'Years',
    decade: 'Decades',
    century: 'Centuries',
  },
  lastDays: (days: number, dates: string): string => `Last ${String(days)} days: ${dates}`,
  switches: { clock: 'Times of day', snapping: 'Move by whole columns' },
  switchHints: {
    clock: 'Show and type the start and end with hours and minutes',
    snapping:
      'Both ends of the period stay on the edges of columns; hold Alt to move them by minutes',
  },
  zoom: 'Zoom the time axis to the period',
  compare: 'Compare with another period',
  zoomHint: 'Or hold Shift and drag over the columns, turn the wheel there, or pinch.',
};
