import type { GeoJSONSource, Map, MapSourceDataEvent } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { sameFeatures } from './same-features.ts';

/** Room for the features of one set; ids of different sets never meet. */
const IDS_OF_GENERATION = 1_000_000;

type State = Readonly<Record<string, number | boolean>>;

/**
 * The features of one source and their states. Every new set has new ids, and the states of the old
 * set are forgotten only when the new features are drawn, so that nothing flickers; MapLibre itself
 * keeps a state for every id it was ever given.
 */
export class FeatureStateSource {
  readonly #source: string;
  #set = 0;
  #count = 0;
  /** The key of the last state of each feature; NaN, which equals nothing, if there is none. */
  #sent = new Float64Array(0);
  #features: readonly Feature[] | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Replaces the features, unless they are the same; then their states must be set again. */
  replace(map: Map, features: readonly Feature[]): void {
    if (this.#features && sameFeatures(features, this.#features)) return;
    this.#features = features;
    const old = { set: this.#set, count: this.#count };
    this.#set++;
    this.#count = features.length;
    this.#sent = new Float64Array(features.length).fill(NaN);
    const first = this.#set * IDS_OF_GENERATION;
    const numbered = features.map((feature, i) => ({ ...feature, id: first + i }));
    const source = map.getSource<GeoJSONSource>(this.#source);
    if (!source) return;
    void source.setData({ type: 'FeatureCollection', features: numbered });
    const forget = ({ sourceId, sourceDataType }: MapSourceDataEvent): void => {
      // At this event MapLibre calls the source loaded, though its tiles still draw the old features.
      if (sourceId !== this.#source || sourceDataType === 'metadata') return;
      if (!map.isSourceLoaded(this.#source)) return;
      map.off('sourcedata', forget);
      for (let i = 0; i < old.count; i++)
        map.removeFeatureState({ source: this.#source, id: old.set * IDS_OF_GENERATION + i });
    };
    map.on('sourcedata', forget);
  }

  /**
   * Sets the state of one feature by its position. `key` identifies the state: while it stays the same,
   * nothing is sent.
   */
  setState(map: Map, position: number, key: number, stateOf: (key: number) => State): void {
    if (this.#sent[position] === key) return;
    this.#sent[position] = key;
    map.setFeatureState(
      { source: this.#source, id: this.#set * IDS_OF_GENERATION + position },
      stateOf(key),
    );
  }
}
