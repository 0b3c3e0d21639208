import { createContext } from 'svelte';
import type { Words } from '../i18n/words.ts';

/** The words of the reader's language for all components. */
export const [useWords, provideWords] = createContext<Words>();
