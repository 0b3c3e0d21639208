import type { Fault } from '../../core/faults/fault.ts';
import { failed, type Result } from '../../core/base/result.ts';
import { isMissingPart } from '../../core/base/missing-part.ts';
import type { FirstWords } from '../../i18n/first-words.ts';
import type { MapOptions } from '../../map/map-options.ts';
import type { MapView } from '../../map/map-view.ts';
import type { AppState } from '../../state/app-state.svelte.ts';
import type { Shown } from '../../state/shown.svelte.ts';

/** What the map reads of the page and reports to it, whichever component shows it. */
export const mapOptions = (app: AppState, { info }: Shown, words: FirstWords) => ({
  start: info.map,
  label: words.map.label,
  gestureHelp: {
    wheel: words.map.wheelHelp,
    wheelMac: words.map.wheelHelpMac,
    touch: words.map.touchHelp,
  },
  precisionLabel: words.map.precisionLabel,
  shareLabel: words.key.shareLabel,
  shortCount: (count: number) => words.counts.short(count),
  address: app.addressOf,
  disputedBorders: info.disputed_borders ?? {},
  wholeFile: (file: string) => app.downloadBaseMap(file),
  prefersLessMotion: () => app.settings.prefersLessMotion,
  onCamera: (...seen: Parameters<MapOptions['onCamera']>) => {
    app.camera.report(...seen);
  },
  onRest: (...free: Parameters<MapOptions['onRest']>) => {
    app.camera.settle(...free);
  },
  onFault: (fault: Fault) => {
    if (fault.kind === 'map-lost') app.notices.withdraw(fault.kind);
    app.notices.notify(fault);
  },
  onRestored: (...[lost]: Parameters<MapOptions['onRestored']>) => {
    app.notices.withdraw(lost);
  },
});

/** The map is the largest part of the page, so the rest does not wait for it. */
async function loadMapView(): Promise<typeof MapView> {
  const [{ startMapEngine }, module] = await Promise.all([
    import('../../map/map-engine.ts'),
    import('../../map/map-view.ts'),
  ]);
  await startMapEngine();
  return module.MapView;
}

/** Loads and opens the map in an element; undefined where it is closed before it is loaded. */
export async function openMap(
  element: HTMLElement,
  options: MapOptions,
  closing: AbortSignal,
): Promise<Result<MapView, Fault> | undefined> {
  try {
    const View = await loadMapView();
    return closing.aborted ? undefined : View.open(element, options);
  } catch (cause) {
    return failed(
      isMissingPart(cause)
        ? { kind: 'map-not-loaded' }
        : { kind: 'bug', message: cause instanceof Error ? cause.message : String(cause) },
    );
  }
}
