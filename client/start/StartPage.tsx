import { Plus, TriangleAlert } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { ApiError } from "../sync/callApi.ts";
import { BrandMark } from "../ui/BrandMark.tsx";
import { Button } from "../ui/Button.tsx";
import { LibraryCard } from "./LibraryCard.tsx";
import { fetchLibrary, type LibraryListing } from "./library.ts";
import { OpenFile } from "./OpenFile.tsx";
import { RecentMaps } from "./RecentMaps.tsx";
import { SignupKeyForm } from "./SignupKeyForm.tsx";
import styles from "./StartPage.module.css";
import { type MapCreation, useMapCreation } from "./useMapCreation.ts";
import { useWantedPart } from "./useWantedPart.ts";

/** Where a map begins: a real system, a model, a file, nothing, or one from before. */
export function StartPage() {
  const creation = useMapCreation();
  const isBusy = creation.busyWith !== undefined;
  useEffect(() => {
    document.title = "Plumbline";
  }, []);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <BrandMark sizePx={56} />
        <span className={styles.brand}>Plumbline</span>
      </header>
      <main className={styles.main}>
        <div className={styles.intro}>
          <h1 className={styles.title}>Draw the system together, and see what is wrong with it</h1>
          <p className={styles.lead}>
            Who commissions, who delivers, who holds the contract and who carries the loss: one live map that
            everybody in the room can change, checked against the law and against what went wrong elsewhere.
          </p>
        </div>
        {creation.error !== undefined && (
          <p className={styles.error} role="alert">
            <TriangleAlert aria-hidden />
            <span>{creation.error}</span>
          </p>
        )}
        {creation.keyWanted !== undefined && (
          <SignupKeyForm reason={creation.keyWanted} isBusy={isBusy} onKey={creation.giveKey} />
        )}
        <div className={styles.columns}>
          <Library creation={creation} />
          <div className={styles.side}>
            <section className={styles.panel} aria-labelledby="map-file">
              <h2 id="map-file" tabIndex={-1} className={styles.heading}>
                Start your own
              </h2>
              <Button
                variant="primary"
                className={styles.blank}
                isDisabled={isBusy}
                onPress={() => creation.startFrom("blank", {})}
              >
                <Plus aria-hidden />
                {creation.busyWith === "blank" ? "Making the map …" : "Start with a blank map"}
              </Button>
              <OpenFile
                isBusy={creation.busyWith === "file"}
                isDisabled={isBusy}
                onFile={creation.openFile}
              />
            </section>
            <section className={styles.panel} aria-labelledby="start-recent">
              <h2 id="start-recent" className={styles.heading}>
                Recent on this device
              </h2>
              <RecentMaps />
            </section>
          </div>
        </div>
      </main>
    </div>
  );
}

function Library({ creation }: { readonly creation: MapCreation }) {
  const { listings, error, retry } = useLibrary();
  useWantedPart(listings !== undefined);
  if (error !== undefined)
    return (
      <div className={styles.panel}>
        <p>{error}</p>
        <Button onPress={retry}>Try again</Button>
      </div>
    );
  const isBlank = (listing: LibraryListing) => listing.name === "blank";
  return (
    <div className={styles.library} aria-busy={listings === undefined}>
      <Shelf
        id="real-systems"
        title="Learn from a real system"
        listings={listings?.filter(({ kind }) => kind === "system")}
        creation={creation}
      />
      <Shelf
        id="contract-models"
        title="Start from a contract model"
        // The blank map has a button of its own.
        listings={listings?.filter((listing) => listing.kind === "template" && !isBlank(listing))}
        creation={creation}
      />
    </div>
  );
}

function Shelf({
  id,
  title,
  listings,
  creation,
}: {
  readonly id: string;
  readonly title: string;
  readonly listings: readonly LibraryListing[] | undefined;
  readonly creation: MapCreation;
}) {
  if (listings?.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 id={id} tabIndex={-1} className={styles.heading}>
        {title}
      </h2>
      <ul className={styles.cards}>
        {listings?.map((listing) => (
          <LibraryCard
            key={listing.name}
            listing={listing}
            isBusy={creation.busyWith === listing.name}
            isDisabled={creation.busyWith !== undefined}
            onPress={() => creation.startFrom(listing.title, { template: listing.name })}
          />
        ))}
      </ul>
    </section>
  );
}

function useLibrary() {
  const [listings, setListings] = useState<readonly LibraryListing[]>();
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again.
  useEffect(() => {
    const abort = new AbortController();
    fetchLibrary(abort.signal)
      .then(setListings)
      .catch((problem: unknown) => {
        if (!abort.signal.aborted)
          setError(problem instanceof ApiError ? problem.message : "The list of maps could not be loaded.");
      });
    return () => abort.abort();
  }, [attempt]);
  const retry = useCallback(() => {
    setError(undefined);
    setAttempt((before) => before + 1);
  }, []);
  return { listings, error, retry };
}
