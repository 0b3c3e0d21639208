/** Killed and injured: what is not reported is not none. */
export const casualties = {
  notReported: 'not reported',
  none: 'none, according to a source',
  range: (least: string, most: string): string => `${least} to ${most}`,
  killed: (count: string): string => `${count} killed`,
  injured: (count: string): string => `${count} injured`,
};
