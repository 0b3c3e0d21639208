import { createContext } from 'svelte';
import type { Words } from '../i18n/en.ts';

/** The words of the reader's language for all components. */
export const [useWords, provideWords] = createContext<Words>();
