import { useId } from "react";
import { Button } from "react-aria-components/Button";
import { classNames } from "../ui/classNames.ts";
import styles from "./LibraryCard.module.css";
import type { LibraryListing } from "./library.ts";
import { MapThumbnail } from "./MapThumbnail.tsx";

/** One real system or template; pressing it makes a map from it. */
export function LibraryCard({
  listing,
  isBusy,
  isDisabled,
  onPress,
}: {
  readonly listing: LibraryListing;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}) {
  const id = useId();
  return (
    <li className={styles.item}>
      <Button
        className={classNames(styles.card)}
        isDisabled={isDisabled}
        onPress={onPress}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-summary`}
      >
        <MapThumbnail listing={listing} />
        <span className={styles.words}>
          <span id={`${id}-name`} className={styles.name}>
            {listing.title}
          </span>
          <span id={`${id}-summary`} className={styles.summary}>
            {isBusy ? "Making your copy …" : listing.summary}
          </span>
          {listing.source !== "" && <span className={styles.source}>Source: {listing.source}</span>}
        </span>
      </Button>
    </li>
  );
}
