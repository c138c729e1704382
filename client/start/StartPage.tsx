import { ArrowRight, GraduationCap, Plus } from "lucide-react";
import { useEffect } from "react";
import { PRACTICE_MAP } from "../tour/practiceMap.ts";
import { wantTour } from "../tour/tourStore.ts";
import { Button } from "../ui/Button.tsx";
import { CreationProblem } from "./CreationProblem.tsx";
import { featured } from "./featured.ts";
import { LibraryCard } from "./LibraryCard.tsx";
import type { LibraryListing } from "./library.ts";
import { OpenFile } from "./OpenFile.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { RecentMaps } from "./RecentMaps.tsx";
import { SignInPanel } from "./SignInPanel.tsx";
import styles from "./StartPage.module.css";
import { useLibrary } from "./useLibrary.ts";
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
    <PageFrame current="/">
      <main className={styles.main}>
        <div className={styles.intro}>
          <h1 className={styles.title}>Draw the system together, and see what is wrong with it</h1>
          <p className={styles.lead}>
            Who commissions, who delivers, who holds the contract and who carries the loss: one live map that
            everybody in the room can change, checked against the law and against what went wrong elsewhere.
          </p>
        </div>
        <CreationProblem creation={creation} />
        <div className={styles.columns}>
          <Library creation={creation} />
          <div className={styles.side}>
            <section className={styles.panel} aria-labelledby="start-join">
              <h2 id="start-join" className={styles.heading}>
                In a session already?
              </h2>
              <a href="/join" className={styles.join}>
                Join with a code
              </a>
            </section>
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
              <Button
                className={styles.blank}
                isDisabled={isBusy}
                onPress={() => {
                  wantTour();
                  creation.startFrom("tour", PRACTICE_MAP);
                }}
              >
                <GraduationCap aria-hidden />
                {creation.busyWith === "tour" ? "Making the practice map …" : "Take the two-minute tour"}
              </Button>
              <OpenFile
                isBusy={creation.busyWith === "file"}
                isDisabled={isBusy}
                onFile={creation.openFile}
              />
            </section>
            <SignInPanel />
            <section className={styles.panel} aria-labelledby="start-recent">
              <h2 id="start-recent" className={styles.heading}>
                Recent on this device
              </h2>
              <RecentMaps />
            </section>
          </div>
        </div>
      </main>
    </PageFrame>
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
  const shown = listings && featured(listings);
  return (
    <div className={styles.library} aria-busy={listings === undefined}>
      <Shelf
        id="real-systems"
        title="Learn from a real system"
        all={{ href: "/library", label: "All real systems" }}
        listings={shown?.systems}
        creation={creation}
      />
      <Shelf
        id="contract-models"
        title="Start from a contract model"
        all={{ href: "/library?theme=templates", label: "All models" }}
        listings={shown?.templates}
        creation={creation}
      />
      {listings !== undefined && (
        <a href="/library" className={styles.all}>
          All {listings.length} maps in the library
          <ArrowRight aria-hidden />
        </a>
      )}
    </div>
  );
}

function Shelf({
  id,
  title,
  all,
  listings,
  creation,
}: {
  readonly id: string;
  readonly title: string;
  /** Where the others of the kind are. */
  readonly all: { readonly href: string; readonly label: string };
  readonly listings: readonly LibraryListing[] | undefined;
  readonly creation: MapCreation;
}) {
  if (listings?.length === 0) return null;
  return (
    <section aria-label={title}>
      <div className={styles.shelfHead}>
        <h2 id={id} tabIndex={-1} className={styles.heading}>
          {title}
        </h2>
        <a href={all.href}>{all.label}</a>
      </div>
      <ul className={styles.cards}>
        {listings?.map((listing) => (
          <LibraryCard
            key={listing.name}
            listing={listing}
            isBusy={creation.busyWith === listing.name}
            isDisabled={creation.busyWith !== undefined}
            onPress={() => creation.startFrom(listing.name, { template: listing.name })}
          />
        ))}
      </ul>
    </section>
  );
}
