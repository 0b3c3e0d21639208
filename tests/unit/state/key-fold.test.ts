import { describe, expect, it } from 'vitest';
import { KeyFold } from '../../../src/state/key-fold.svelte.ts';
import { Panel } from '../../../src/state/panel.svelte.ts';

function made(isSmall: boolean, isTight = false) {
  const panel = new Panel();
  return {
    panel,
    fold: new KeyFold(
      panel,
      () => isSmall,
      () => isTight,
    ),
  };
}

describe('the key of the map', () => {
  it('is open where there is room, and stays as the reader leaves it', () => {
    const { panel, fold } = made(false);
    expect(fold.isOpen).toBe(true);
    fold.toggle();
    expect(fold.isOpen).toBe(false);
    panel.openList();
    panel.close();
    expect(fold.isOpen).toBe(false);
  });

  it('folds next to an open panel until it is asked for, and opens again after it', () => {
    const { panel, fold } = made(false);
    panel.openList();
    expect(fold.isOpen).toBe(false);
    fold.toggle();
    panel.openGroup({ kind: 'area', name: 'Nowhere' });
    expect(fold.isOpen).toBe(true);
    panel.close();
    expect(fold.isOpen).toBe(true);
    panel.openList();
    expect(fold.isOpen).toBe(false);
  });

  it('is closed on a small screen, and closes when the panel shows something', () => {
    const { panel, fold } = made(true);
    expect(fold.isOpen).toBe(false);
    fold.toggle();
    expect(fold.isOpen).toBe(true);
    panel.openList();
    expect(fold.isOpen).toBe(false);
    fold.toggle();
    panel.close();
    expect(fold.isOpen).toBe(false);
  });

  it('is folded next to a masthead that leaves room for the map or the key, until it is asked for', () => {
    const { panel, fold } = made(false, true);
    expect(fold.isOpen).toBe(false);
    fold.toggle();
    expect(fold.isOpen).toBe(true);
    panel.openList();
    expect(fold.isOpen).toBe(false);
    panel.close();
    expect(fold.isOpen).toBe(true);
  });
});
