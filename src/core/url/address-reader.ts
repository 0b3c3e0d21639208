import type { QueryParameters } from './query-parameters.ts';
import { isTracking, PAGE_PARAMETERS, readQuery } from './read-query.ts';

/** All that reads addresses is one part, which an address without a query does not need. */
export { readViewUrl } from './read-view-url.ts';

export type AddressParts = {
  /** Parts that belong to the page and not to the view, in the order of an address. */
  readonly page: QueryParameters;
  readonly view: QueryParameters;
  /** What advertisers and networks appended. */
  readonly tracking: QueryParameters;
};

/** The parts of a query and a fragment as they are meant (`readQuery`). */
export function readAddress(search: string, hash: string): AddressParts {
  const parts = [...readQuery(search, hash)];
  const isOfPage = (name: string): boolean => PAGE_PARAMETERS.some((part) => part === name);
  return {
    page: new Map(PAGE_PARAMETERS.flatMap((part) => parts.filter(([name]) => name === part))),
    view: new Map(parts.filter(([name]) => !isOfPage(name) && !isTracking(name))),
    tracking: new Map(parts.filter(([name]) => isTracking(name))),
  };
}
