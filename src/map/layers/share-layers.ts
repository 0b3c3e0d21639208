/** What shades governorates is one part, loaded when a reader first switches it on. */
export { mappedShares } from './mapped-shares.ts';
export { shareLabels, type ShareLabelsLayer } from './share-labels.ts';
