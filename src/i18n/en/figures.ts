/** Numbers of the records in the texts of a data set. */
export const figures = {
  /** From the least to the most that the reports allow. */
  people: (least: string, most: string, areNeighbours: boolean): string =>
    `${least} ${areNeighbours ? 'or' : 'to'} ${most}`,
};
