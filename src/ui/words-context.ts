import { createContext } from 'svelte';
import type { FirstWords } from '../i18n/first-words.ts';

/** The words of the reader's language for the components of the first view; others import `words`. */
export const [useWords, provideWords] = createContext<FirstWords>();
