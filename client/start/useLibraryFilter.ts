import { useEffect, useState } from "react";
import { filterOfQuery, type LibraryFilter, queryOfFilter } from "./libraryFilter.ts";

/** Some browsers allow an address to be rewritten only so often. */
const quietMs = 300;

/** What the library is filtered by. It stands in the address, so that it can be passed on and is there when somebody comes back. */
export function useLibraryFilter() {
  const [filter, setFilter] = useState<LibraryFilter>(() => filterOfQuery(location.search));
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = queryOfFilter(filter);
      if (query !== location.search) history.replaceState(null, "", location.pathname + query);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [filter]);
  return [filter, setFilter] as const;
}
