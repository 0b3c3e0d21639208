import { en } from './en.ts';
import { LANGUAGE, type Language } from './locale.ts';

/** Every sentence on screen, in one language. */
export type Words = typeof en;

const LANGUAGES: Readonly<Record<Language, Words>> = { en };

/** In the language of the page. */
export const words = LANGUAGES[LANGUAGE];
