import { untrack } from 'svelte';
import { unlessCancelled, LatestRequest } from '../core/base/latest-request.ts';
import { filterKey } from '../core/filters/filter.ts';
import type { LocatedRecord } from '../core/index/mark-view.ts';
import type { Annotation } from '../core/records/dataset-info.ts';
import type { RecordRef } from '../core/records/record-ref.ts';
import { readIsoText } from '../core/time/minute.ts';
import { joinedWindow } from '../core/model/hidden-reasons.ts';
import type { TimeRange } from '../core/time/time-range.ts';
import type { DataSnapshot } from '../worker/protocol.ts';
import type { QueryClient } from './query-client.ts';
import type { Selectable, Selection } from './selection.ts';
import type { Settings } from './settings.svelte.ts';
import type { Shown } from './shown.svelte.ts';

/** The number of the page's own data set: captions are of its records alone. */
const OWN_DATASET = 0;

/** An annotation all of whose incidents pass the filter. */
export type Caption = {
  /** Its position among the annotations of the data set. */
  readonly number: number;
  readonly annotation: Annotation;
  /** The record that it opens. */
  readonly row: RecordRef;
  /** All that its incidents may span. */
  readonly span: TimeRange;
  /** See `number` of `MarkView`; undefined where the record that it opens has no mark. */
  readonly mark: number | undefined;
};

/** What captions depend on, and change when they are opened. */
type CaptionedPage = Pick<Selectable, 'timeline' | 'playback'> & {
  readonly settings: Settings;
  readonly selection: Selection;
};

/** What the records of annotations were last asked for. */
type Located = {
  readonly data: DataSnapshot;
  readonly key: string;
  readonly records: ReadonlyMap<string, LocatedRecord>;
};

const isInside = (inner: TimeRange, outer: TimeRange): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/** The captioned events of the page's own data: which of them the filter leaves, and where their marks are. */
export class Annotations {
  readonly #page: CaptionedPage;
  readonly #shown: Shown;
  #located = $state.raw<Located | undefined>();
  readonly #latest = new LatestRequest();
  /** Those that pass the filter, whatever the window; none while they are looked up. */
  readonly captions: readonly Caption[];
  /** Those whose incidents are all certainly in the window. */
  readonly inWindow: readonly Caption[];

  constructor(shown: Shown, page: CaptionedPage, client: Pick<QueryClient, 'locate'>) {
    this.#page = page;
    this.#shown = shown;
    const asked = $derived.by(() => {
      const { view, data } = shown;
      if (!view || !shown.isBundledOn || !page.settings.isOn('captions')) return undefined;
      const { filter } = view;
      const { zoom } = view.view;
      return { data, filter, zoom, key: `${filterKey(filter)} ${zoom}` };
    });
    const ids = $derived(shown.info.annotations.flatMap(({ incidents }) => incidents));
    $effect.root(() => {
      $effect(() => {
        if (!asked || ids.length === 0) return;
        const { data, filter, zoom, key } = asked;
        const known = untrack(() => this.#located);
        if (known?.data === data && known.key === key) return;
        const records = ids.map((id) => ({ id, dataset: OWN_DATASET }));
        const locating = this.#latest.run((signal) =>
          shown.records.ask((options) => client.locate({ filter, zoom, records }, options), signal),
        );
        void unlessCancelled(locating).then((found) => {
          if (!found) return;
          const byId = ids.flatMap((id, i) => {
            const one = found[i];
            return one ? [[id, one] as const] : [];
          });
          this.#located = { data, key, records: new Map(byId) };
        });
      });
    });
    this.captions = $derived.by(() => {
      const located = this.#located;
      if (!asked || located?.data !== asked.data || located.key !== asked.key) return [];
      return shown.info.annotations.flatMap((annotation, number) =>
        captionOf(annotation, number, located.records),
      );
    });
    this.inWindow = $derived(
      this.captions.filter(({ span }) => isInside(span, page.timeline.span)),
    );
  }

  /** Position of the mark of a caption in the view; undefined where it is not there. */
  markIn({ mark }: Caption): number | undefined {
    const at = mark === undefined ? -1 : (this.#shown.view?.view.marks.number.indexOf(mark) ?? -1);
    return at === -1 ? undefined : at;
  }

  /** Shows what a caption is about: its days, and its record. */
  async open({ annotation: { view }, row }: Caption): Promise<void> {
    const { timeline, playback, selection } = this.#page;
    const [from, to] = [readIsoText(view.from), readIsoText(view.to)];
    playback.pause();
    timeline.choose('window');
    if (from !== undefined && to !== undefined) timeline.show({ from, to });
    await selection.openIncident(row, true);
  }
}

/** Nothing where an incident of the annotation is missing or filtered out. */
function captionOf(
  annotation: Annotation,
  number: number,
  records: ReadonlyMap<string, LocatedRecord>,
): readonly Caption[] {
  const own = annotation.incidents.map((id) => records.get(id));
  const about = records.get(annotation.view.record);
  if (!about || !own.every((one) => one?.passes === true)) return [];
  const span = own.flatMap((one) => one?.span ?? []).reduce(joinedWindow);
  return [{ number, annotation, row: about.row, span, mark: about.mark }];
}
