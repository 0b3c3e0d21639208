/** True for an Escape key that nothing else on the page uses. */
export function closesOnEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return false;
  if (document.querySelector('dialog[open], :popover-open, [data-takes-escape]')) return false;
  const { target } = event;
  return !(target instanceof HTMLInputElement && target.type === 'search' && target.value !== '');
}
