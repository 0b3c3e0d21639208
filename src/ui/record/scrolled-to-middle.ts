import type { Attachment } from 'svelte/attachments';

/** Scrolls the panel, and nothing else of the page, until the element is in its middle. */
export const scrolledToMiddle: Attachment<HTMLElement> = (element) => {
  const scroller = element.closest('[data-scroller]');
  if (!scroller) return;
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const toMiddle = Math.max((frame.height - box.height) / 2, 24);
  scroller.scrollTop += box.top - frame.top - toMiddle;
};
