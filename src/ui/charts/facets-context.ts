import { createContext } from 'svelte';
import type { Facets } from '../../state/facets.svelte.ts';

/** Fields and counts, for the parts of the open dock. */
export const [useFacets, provideFacets] = createContext<Facets>();
