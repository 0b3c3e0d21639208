import type { messages } from './en/messages.ts';

/** Every message of a language. */
export type Messages = typeof messages;
