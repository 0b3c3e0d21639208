import type { PanelState } from '../../core/url/view-state.ts';
import type { Panel } from '../../state/panel.svelte.ts';
import { openLevel, opensOf } from './open-level.ts';

/**
 * Keeps the reader's place: a level that opens begins at its heading; one that is come back to
 * is where it was left, with the focus on what had been opened from it; closing gives the focus
 * back to what had it before.
 */
export class ReadingPlace {
  readonly #tops = new Map<string, number>();
  #state: PanelState | undefined;
  #opener: Element | undefined;

  /** The open level was scrolled. */
  scrolled(state: PanelState, top: number): void {
    this.#tops.set(openLevel(state).key, top);
  }

  /** Call before the page changes: remembers the focused element in case the panel opens. */
  before(state: PanelState): void {
    const wasOpen = this.#state !== undefined && openLevel(this.#state).depth > 0;
    if (wasOpen || openLevel(state).depth === 0) return;
    const active = document.activeElement;
    this.#opener = active && active !== document.body ? active : undefined;
  }

  /** After the page has changed. */
  after({ state, isChosen, isOffered }: Panel, panel: HTMLElement | undefined): void {
    const last = this.#state;
    this.#state = state;
    const from = openLevel(last ?? state);
    const to = openLevel(state);
    if (!last && to.depth === 0) return;
    if (to.depth === 0) {
      if (from.depth > 0) this.#giveBack();
      return;
    }
    const scroller = panel?.querySelector('[data-scroller]');
    if (!panel || !scroller || (last && from.key === to.key)) return;
    const isComingBack = to.depth < from.depth && last !== undefined;
    scroller.scrollTop = isComingBack ? (this.#tops.get(to.key) ?? 0) : 0;
    // A reader who is elsewhere already is not taken away from there: the next key would be for another control.
    const isAsked = isChosen || (last && !isOffered);
    if (!isAsked && hasFocusOutside(panel)) return;
    const opened = isComingBack ? this.#opened(panel, last) : undefined;
    if (opened) opened.focus({ preventScroll: this.#tops.has(to.key) });
    else if (!isStepping(panel, from.depth === to.depth))
      panel.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
    if (from.depth === 0 && isInFlow(panel)) panel.scrollIntoView({ block: 'start' });
  }

  #opened(panel: HTMLElement, last: PanelState): HTMLElement | undefined {
    const name = CSS.escape(opensOf(last));
    return panel.querySelector<HTMLElement>(`[data-opens="${name}"]`) ?? undefined;
  }

  #giveBack(): void {
    const opener = this.#opener;
    this.#opener = undefined;
    const target =
      opener instanceof HTMLElement && opener.isConnected
        ? opener
        : document.getElementById('open-list');
    // Nothing scrolls but the page of a low window, where what has the focus may be out of sight.
    target?.focus();
  }
}

const hasFocusOutside = (panel: HTMLElement): boolean =>
  document.activeElement !== document.body && !panel.contains(document.activeElement);

/** In low windows the page is a column, in which the panel may be out of sight. */
const isInFlow = (panel: HTMLElement): boolean => getComputedStyle(panel).position === 'relative';

/** Previous and next keep the focus, so that they can be pressed again. */
const isStepping = (panel: HTMLElement, isSameDepth: boolean): boolean =>
  isSameDepth && panel.contains(document.activeElement);
