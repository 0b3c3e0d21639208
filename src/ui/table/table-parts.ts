/** What the table is made of, loaded with the first one that is opened. */
export { default as TableGrid } from './TableGrid.svelte';
export { default as TableTools } from './TableTools.svelte';
