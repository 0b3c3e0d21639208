/** On the button that opens the chart, which the first view has. */
export const chartButton = {
  text: (mapped: string, counted: string): string => `Mapped ${mapped}, counted ${counted}`,
  /** After the text, where there is room. */
  chart: ': chart',
};
