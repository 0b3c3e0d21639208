/**
 * Moves the focus from a control that its own press takes away to the heading or the count nearest around it: else it
 * would fall to the page, and a reader by keyboard or screen reader would begin anew.
 */
export function leaveFocus(): void {
  const control = document.activeElement;
  // Safari gives a button that is clicked no focus: none is lost then.
  if (!(control instanceof HTMLButtonElement)) return;
  for (let around = control.parentElement; around; around = around.parentElement) {
    const heading = around.querySelector<HTMLElement>('[data-heading]');
    heading?.focus({ preventScroll: true });
    // One that is not rendered takes no focus.
    if (heading && document.activeElement === heading) return;
  }
}
