/** Where a question mark is a letter that is typed. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** True for a question mark that is typed into no field, while no dialog is open. */
export function asksForKeys(event: Event): boolean {
  if (!(event instanceof KeyboardEvent) || event.key !== '?' || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.defaultPrevented) return false;
  if (document.querySelector('dialog[open]')) return false;
  return !(event.target instanceof Element && event.target.closest(FIELDS));
}
