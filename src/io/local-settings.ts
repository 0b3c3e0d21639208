/** What is remembered on this device, and only here. */
export type SettingsStore = {
  read(name: string): string | undefined;
  write(name: string, value: string): void;
};

const PREFIX = 'dateline.1.';

/** Works without storage too (private windows, blocked storage): then nothing is remembered. */
const storeIn = (storage: () => Storage): SettingsStore => ({
  read(name) {
    try {
      return storage().getItem(PREFIX + name) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(name, value) {
    try {
      storage().setItem(PREFIX + name, value);
    } catch {
      return;
    }
  },
});

export const browserSettings = storeIn(() => localStorage);

/** What is remembered as long as the tab is open. */
export const sessionSettings = storeIn(() => sessionStorage);
