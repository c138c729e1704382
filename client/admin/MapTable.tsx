import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import dialogStyles from "../ui/dialogParts.module.css";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import styles from "./AdminPage.module.css";
import type { ListedMap } from "./adminCalls.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { MapRows } from "./MapRows.tsx";
import { OwnerLinkDialog } from "./OwnerLinkDialog.tsx";
import { useMaps } from "./useMaps.ts";

const orders = [
  { value: "created-down", label: "Newest first" },
  { value: "used-down", label: "Last used first" },
  { value: "used-up", label: "Longest unused first" },
  { value: "title-up", label: "Title" },
] as const;

/** The maps on the server: searched, sorted, a page at a time. */
export function MapTable({ adminKey }: { readonly adminKey: string }) {
  const maps = useMaps(adminKey);
  const { query, page } = maps;
  const [asked, setAsked] = useState<{ readonly what: "delete" | "owner"; readonly map: ListedMap }>();
  const order = `${query.order}-${query.isDescending ? "down" : "up"}`;
  const lastPage = page === undefined ? 0 : Math.max(0, Math.ceil(page.total / page.perPage) - 1);
  return (
    <div className={styles.stack}>
      <div className={dialogStyles.row}>
        <TextField
          label="Search"
          description="A part of the title, or the id of a map."
          value={query.search}
          onChange={(search) => maps.ask({ search, page: 0 })}
          className={dialogStyles.grow}
        />
        <Select
          label="Order"
          options={orders}
          value={orders.find(({ value }) => value === order)?.value}
          onChange={(value) => {
            const [by, way] = value.split("-");
            maps.ask({ order: by as typeof query.order, isDescending: way === "down", page: 0 });
          }}
          className={styles.order}
        />
      </div>
      {maps.error !== undefined && (
        <p role="alert" className={dialogStyles.error}>
          {maps.error}
        </p>
      )}
      <p role="status" className={dialogStyles.soft}>
        {page === undefined ? "Loading …" : countWords(page.total, query.search !== "")}
      </p>
      {page !== undefined && page.maps.length > 0 && (
        <MapRows
          maps={page.maps}
          onDelete={(map) => setAsked({ what: "delete", map })}
          onOwnerLink={(map) => setAsked({ what: "owner", map })}
        />
      )}
      {lastPage > 0 && (
        <nav className={styles.pages} aria-label="Pages of the list">
          <Button isDisabled={query.page === 0} onPress={() => maps.ask({ page: query.page - 1 })}>
            Previous
          </Button>
          <span>
            Page {query.page + 1} of {lastPage + 1}
          </span>
          <Button isDisabled={query.page >= lastPage} onPress={() => maps.ask({ page: query.page + 1 })}>
            Next
          </Button>
        </nav>
      )}
      {asked?.what === "delete" && (
        <DeleteDialog
          adminKey={adminKey}
          map={asked.map}
          onDeleted={maps.reload}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.what === "owner" && (
        <OwnerLinkDialog
          adminKey={adminKey}
          map={asked.map}
          onMade={maps.reload}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

function countWords(total: number, isSearch: boolean): string {
  if (total === 0) return isSearch ? "No map has that in its title or as its id." : "No maps yet.";
  return total === 1 ? "One map." : `${total.toLocaleString("en-GB")} maps.`;
}
