import type { LibraryListing } from "./library.ts";
import styles from "./MapThumbnail.module.css";

/** The drawn map of a library entry, loaded when it comes near the window; a dotted ground until then, and for an empty map. */
export function MapThumbnail({ listing }: { readonly listing: LibraryListing }) {
  return (
    <span className={styles.frame}>
      {listing.elements.length > 0 && (
        <img
          className={styles.picture}
          src={`/api/library/${encodeURIComponent(listing.name)}/map.svg`}
          alt=""
          loading="lazy"
          decoding="async"
        />
      )}
    </span>
  );
}
