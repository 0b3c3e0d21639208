import type {
  LocatedRecord,
  LocateQuery,
  MarkNames,
  MarkNamesQuery,
  RowMarksQuery,
} from '../core/index/mark-view.ts';
import type { FoundMarkPlaces } from '../core/index/record-group.ts';
import type { RecordList } from '../core/index/record-list.ts';
import type { Environment } from '../io/environment.ts';
import type {
  GroupAnswer,
  GroupRequest,
  ListRequest,
  MarkPlacesRequest,
  TableOrderRequest,
  ViewAnswer,
  ViewRequest,
} from '../worker/protocol.ts';
import type { Ask } from '../worker/worker-client.ts';
import type { MapCamera } from './camera.svelte.ts';
import type { Coloring } from './coloring.svelte.ts';
import type { FacetClient } from './facets.svelte.ts';
import type { Filters } from './filters.svelte.ts';
import type { Panel } from './panel.svelte.ts';
import type { RecordClient } from './records.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** Questions about open data; the worker answers them. */
export type QueryClient = RecordClient &
  FacetClient & {
    readonly view: Ask<ViewRequest, ViewAnswer>;
    readonly locate: Ask<LocateQuery, readonly (LocatedRecord | undefined)[]>;
    readonly markNames: Ask<MarkNamesQuery, MarkNames>;
    readonly markPlaces: Ask<MarkPlacesRequest, FoundMarkPlaces | undefined>;
    readonly list: Ask<ListRequest, RecordList | undefined>;
    readonly tableOrder: Ask<TableOrderRequest, RecordList | undefined>;
    readonly rowMarks: Ask<RowMarksQuery, Uint32Array>;
    readonly group: Ask<GroupRequest, GroupAnswer | undefined>;
  };

/** What is asked about. */
export type Asked = {
  readonly filters: Filters;
  readonly coloring: Coloring;
  readonly timeline: Timeline;
  readonly camera: MapCamera;
  readonly panel: Panel;
  readonly afterPainting: Environment['afterPainting'];
};
