/**
 * Moves the focus from a control that its own press takes away to the heading or the count nearest around it: else it
 * would fall to the page, and a reader by keyboard or screen reader would begin anew.
 */
export function leaveFocus(): void {
  let around = document.activeElement?.parentElement;
  while (around) {
    const heading = around.querySelector<HTMLElement>('[data-heading]');
    if (heading) {
      heading.focus({ preventScroll: true });
      return;
    }
    around = around.parentElement;
  }
}
