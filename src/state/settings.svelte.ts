import type { Theme } from '../core/model/map-model.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { Environment } from '../io/environment.ts';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/**
 * What a reader switches on or off, and whether it is on at first: captions of events; thumbs that stay on the edges
 * of columns; dates with their time of day; the question mark, which opens the list of keys.
 */
const SWITCHES = { captions: true, snapping: true, clock: false, help: true };
export type Switch = keyof typeof SWITCHES;

const readTheme = (text: string | undefined): ThemeChoice =>
  THEME_CHOICES.find((choice) => choice === text) ?? 'system';

/** The reader's preferences for colours, captions, times and motion: asked here, or reported by the browser. */
export class Settings {
  readonly #store: SettingsStore;
  #themeChoice = $state.raw<ThemeChoice>('system');
  #switches = $state.raw<Readonly<Record<Switch, boolean>>>(SWITCHES);
  #prefersDark = $state.raw(false);
  #prefersLessMotion = $state.raw(false);
  readonly theme: Theme = $derived(
    this.#themeChoice === 'system' ? (this.#prefersDark ? 'dark' : 'light') : this.#themeChoice,
  );

  constructor(store: SettingsStore, surroundings: Environment) {
    this.#store = store;
    this.#themeChoice = readTheme(store.read('theme'));
    const kept = Object.entries(SWITCHES).map(([name, isOn]) => {
      const text = store.read(name);
      return [name, text ? text === 'on' : isOn];
    });
    this.#switches = Object.fromEntries(kept) as typeof SWITCHES;
    const look = (): void => {
      this.#prefersDark = surroundings.prefersDark();
      this.#prefersLessMotion = surroundings.prefersLessMotion();
    };
    look();
    surroundings.onChange(look);
  }

  get themeChoice(): ThemeChoice {
    return this.#themeChoice;
  }
  get prefersLessMotion(): boolean {
    return this.#prefersLessMotion;
  }

  isOn(name: Switch): boolean {
    return this.#switches[name];
  }

  turn(name: Switch, isOn: boolean): void {
    this.#switches = { ...this.#switches, [name]: isOn };
    this.#store.write(name, isOn ? 'on' : 'off');
  }

  chooseTheme(choice: ThemeChoice): void {
    this.#themeChoice = choice;
    this.#store.write('theme', choice);
  }
}
