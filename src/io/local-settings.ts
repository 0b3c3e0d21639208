/** What is remembered on this device, and only here. */
export type SettingsStore = {
  read(name: string): string | undefined;
  write(name: string, value: string): void;
};

const PREFIX = 'dateline.1.';

/** Works without storage too (private windows, blocked storage): then nothing is remembered. */
export const browserSettings: SettingsStore = {
  read(name) {
    try {
      return localStorage.getItem(PREFIX + name) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(PREFIX + name, value);
    } catch {
      return;
    }
  },
};
