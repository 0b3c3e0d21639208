/** Of a time that is not known on one side, or at all. */
export const unknownEnds = {
  noDate: 'no date',
  endUnknown: (from: string): string => `from ${from} on, end not known`,
  startUnknown: (to: string): string => `until ${to}, start not known`,
};
