import { describe, expect, it } from 'vitest';
import { Settings } from '../../../src/state/settings.svelte.ts';
import { HandClock } from './hand-clock.ts';

const settingsWith = (kept: Readonly<Record<string, string>>) => {
  const stored = new Map(Object.entries(kept));
  const store = {
    read: (name: string) => stored.get(name),
    write: (name: string, value: string) => void stored.set(name, value),
  };
  return { stored, settings: new Settings(store, new HandClock()) };
};

describe('what a reader switches', () => {
  it.each([
    ['captions', true],
    ['snapping', true],
    ['clock', false],
    ['help', true],
  ] as const)('%s: is at first %s, and stays as it was left', (name, isOn) => {
    const { settings, stored } = settingsWith({});
    expect(settings.isOn(name)).toBe(isOn);
    settings.turn(name, !isOn);
    expect(settings.isOn(name)).toBe(!isOn);
    expect(settingsWith(Object.fromEntries(stored)).settings.isOn(name)).toBe(!isOn);
  });

  it('leaves the other switches alone', () => {
    const { settings } = settingsWith({ captions: 'off' });
    settings.turn('snapping', false);
    expect(
      (['captions', 'snapping', 'clock', 'help'] as const).map((one) => settings.isOn(one)),
    ).toEqual([false, false, false, true]);
  });
});
