import type { Theme } from '../core/model/map-model.ts';
import type { SettingsStore } from '../io/local-settings.ts';
import type { Environment } from '../io/environment.ts';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const readTheme = (text: string | undefined): ThemeChoice =>
  THEME_CHOICES.find((choice) => choice === text) ?? 'system';

/** The reader's preferences for colours, captions and motion: asked here, or reported by the browser. */
export class Settings {
  readonly #store: SettingsStore;
  #themeChoice = $state.raw<ThemeChoice>('system');
  #hasCaptions = $state.raw(true);
  #prefersDark = $state.raw(false);
  #prefersLessMotion = $state.raw(false);
  readonly theme: Theme = $derived(
    this.#themeChoice === 'system' ? (this.#prefersDark ? 'dark' : 'light') : this.#themeChoice,
  );

  constructor(store: SettingsStore, surroundings: Environment) {
    this.#store = store;
    this.#themeChoice = readTheme(store.read('theme'));
    this.#hasCaptions = store.read('captions') !== 'off';
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
  /** Whether events are captioned, on map and timeline. */
  get hasCaptions(): boolean {
    return this.#hasCaptions;
  }
  get prefersLessMotion(): boolean {
    return this.#prefersLessMotion;
  }

  showCaptions(isOn: boolean): void {
    this.#hasCaptions = isOn;
    this.#store.write('captions', isOn ? 'on' : 'off');
  }

  chooseTheme(choice: ThemeChoice): void {
    this.#themeChoice = choice;
    this.#store.write('theme', choice);
  }
}
