/** The two usual ways to show points of a window, on the same points, in the same browser. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readColumns } from '../../src/formats/columns/read-columns.ts';
import { VIEWPORT } from './bench-page.ts';
import type { BenchSite } from './measure-set.ts';
import { MADE_UP_FOLDER, writeMadeUp } from './write-made-up.ts';

/** Numbers of one record in `points.bin`: longitude, latitude, start and end. */
const NUMBERS = 4;

function writePoints(records: number): string {
  const set = writeMadeUp(records);
  const file = join(MADE_UP_FOLDER, String(records), 'points.bin');
  if (!existsSync(file)) {
    const { buffer } = new Uint8Array(
      readFileSync(join(MADE_UP_FOLDER, String(records), 'incidents.columns')),
    );
    const read = readColumns('incidents.columns', buffer);
    if (read.kind === 'failed') throw new Error('The made-up records cannot be read.');
    const { length, from, to, place, places } = read.value;
    const points = new Float64Array(length * NUMBERS);
    for (let row = 0; row < length; row++) {
      const at = place[row] ?? 0;
      points.set(
        [places.lon[at] ?? 0, places.lat[at] ?? 0, from[row] ?? 0, to[row] ?? 0],
        row * NUMBERS,
      );
    }
    writeFileSync(file, points);
  }
  return `${set}/points.bin`;
}

export type OtherWays = {
  /** Milliseconds from the call to the painted frame, one for each window. */
  readonly setFilter: readonly number[];
  readonly supercluster: readonly number[];
  /** Its script alone, without what MapLibre does with the clusters. */
  readonly superclusterWork: readonly number[];
  /** What loading the raw points took. */
  readonly loading: number;
};

/** Windows that end one, two, three… months before the last, as the scrubbed ones do. */
export async function measureOtherWays(
  { site, browser }: BenchSite,
  records: number,
  windows: number,
): Promise<OtherWays> {
  const points = writePoints(records);
  const context = await browser.newContext({ viewport: VIEWPORT, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(`${site.address}modules/supercluster/package.json`);
  await page.setContent(
    `<link rel="stylesheet" href="/modules/maplibre-gl/dist/maplibre-gl.css">
     <div id="map" style="position:fixed;inset:0"></div>
     <script src="/modules/supercluster/dist/supercluster.min.js"></script>`,
  );
  await page.waitForFunction(() => 'Supercluster' in window);
  const measured = await page.evaluate(
    async ({ file, count, worker, module, numbers }) => {
      type Source = { setData: (data: unknown) => void };
      type MapLike = {
        addSource: (id: string, source: unknown) => void;
        addLayer: (layer: unknown) => void;
        getSource: (id: string) => Source;
        setFilter: (id: string, filter: unknown) => void;
        setLayoutProperty: (id: string, name: string, value: unknown) => void;
        once: (event: string) => Promise<unknown>;
        getZoom: () => number;
      };
      type Engine = {
        setWorkerUrl: (url: string) => void;
        Map: new (options: unknown) => MapLike;
      };
      type Cluster = {
        load: (points: unknown[]) => Cluster;
        getClusters: (box: number[], zoom: number) => unknown[];
      };
      const { Supercluster } = window as unknown as {
        Supercluster: new (options: unknown) => Cluster;
      };
      const { setWorkerUrl, Map: MapLibreMap } = (await import(
        /* @vite-ignore */ module
      )) as Engine;
      setWorkerUrl(worker);
      const data = new Float64Array(await (await fetch(file)).arrayBuffer());
      const features: {
        type: string;
        geometry: unknown;
        properties: { from: number; to: number };
      }[] = [];
      let last = -Infinity;
      for (let at = 0; at < data.length; at += numbers) {
        const [lon = 0, lat = 0, from = 0, to = 0] = data.subarray(at, at + numbers);
        last = Math.max(last, to);
        features.push({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lon, lat] },
          properties: { from, to },
        });
      }
      const map = new MapLibreMap({
        container: 'map',
        style: { version: 8, sources: {}, layers: [] },
        center: [44.4, 34.5],
        zoom: 5,
      });
      await map.once('load');
      const start = performance.now();
      map.addSource('raw', { type: 'geojson', data: { type: 'FeatureCollection', features } });
      map.addLayer({ id: 'raw', type: 'circle', source: 'raw', paint: { 'circle-radius': 3 } });
      await map.once('idle');
      const loading = performance.now() - start;
      const MONTH = 30 * 1440;
      const setFilter: number[] = [];
      for (let step = 1; step <= count; step++) {
        const begun = performance.now();
        map.setFilter('raw', ['<', ['get', 'from'], last - step * MONTH]);
        await map.once('idle');
        setFilter.push(performance.now() - begun);
      }
      map.setLayoutProperty('raw', 'visibility', 'none');
      map.addSource('clusters', {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
      });
      map.addLayer({
        id: 'clusters',
        type: 'circle',
        source: 'clusters',
        paint: { 'circle-radius': ['min', 40, ['sqrt', ['coalesce', ['get', 'point_count'], 1]]] },
      });
      await map.once('idle');
      const supercluster: number[] = [];
      const superclusterWork: number[] = [];
      for (let step = 1; step <= count; step++) {
        const begun = performance.now();
        const inWindow = features.filter(({ properties }) => properties.from < last - step * MONTH);
        const clusters = new Supercluster({ radius: 40, maxZoom: 11 }).load(inWindow);
        const shown = clusters.getClusters([-180, -85, 180, 85], Math.floor(map.getZoom()));
        superclusterWork.push(performance.now() - begun);
        map.getSource('clusters').setData({ type: 'FeatureCollection', features: shown });
        await map.once('idle');
        supercluster.push(performance.now() - begun);
      }
      return { setFilter, supercluster, superclusterWork, loading };
    },
    {
      file: `/${points}`,
      count: windows,
      numbers: NUMBERS,
      module: '/modules/maplibre-gl/dist/maplibre-gl.mjs',
      worker: '/modules/maplibre-gl/dist/maplibre-gl-worker.mjs',
    },
  );
  await context.close();
  return measured;
}
