/** On the button that opens the chart, which the first view has. */
export const chartButton = {
  text: (mapped: string, counted: string): string => `Mapped ${mapped}, counted ${counted}`,
  /** In place of figures that no filter changes, or with them, while the page shows less. */
  unfiltered: 'Unfiltered, as known now',
  /** After the text, where there is room. */
  chart: ': chart',
};
