import type { DockTab } from '../core/url/view-state.ts';

/** The dock with filters and charts: whether it is open, and which of them it shows. */
export class Dock {
  isOpen = $state(false);
  tab = $state<DockTab>('filters');
  /** A link or Back opened it, or the reader has gone on before it came: the focus stays where it is. */
  isRestored = false;

  /** What is on screen of it; undefined where it is closed. */
  get shown(): DockTab | undefined {
    return this.isOpen ? this.tab : undefined;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    this.isRestored = false;
  }
  close(): void {
    this.isOpen = false;
  }
  restore(shown: DockTab | undefined): void {
    this.isOpen = shown !== undefined;
    this.isRestored = true;
    this.tab = shown ?? this.tab;
  }
}
