import { untrack } from 'svelte';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { KeyFold } from '../../state/key-fold.svelte.ts';

/** Where there is little room, the dock, the key and what opens in the panel take the place of each other. */
export function shareRoom({ dock, panel }: AppState, keyFold: KeyFold): void {
  const hasLittleRoom = (): boolean => keyFold.isSmall || keyFold.isTight;
  const closeDock = (): void => {
    untrack(() => {
      if (hasLittleRoom()) dock.close();
    });
  };
  $effect(() => {
    const { showing, isChosen } = panel;
    // What a link or Back brings was open next to the dock, where both fit.
    if (showing !== 'nothing' && (isChosen || keyFold.isSmall)) closeDock();
  });
  $effect(() => {
    if (keyFold.isOpen) closeDock();
  });
  $effect(() => {
    if (dock.isOpen)
      untrack(() => {
        if (hasLittleRoom() && keyFold.isOpen) keyFold.toggle();
      });
  });
}
