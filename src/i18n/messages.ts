import type { firstMessages } from './en/first-messages.ts';
import type { messages } from './en/messages.ts';

/** Every message of a language. */
export type Messages = typeof messages;

/** Those of the first view. */
export type FirstMessages = typeof firstMessages;
