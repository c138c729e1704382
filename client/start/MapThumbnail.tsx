import { useEffect, useState } from "react";
import styles from "./MapThumbnail.module.css";

/** The drawn map of a library entry, made when it comes into the page; a dotted ground until then, and for an empty map. */
export function MapThumbnail({ name }: { readonly name: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let isGone = false;
    let made: string | undefined;
    void drawLibraryMap(name)
      .then((svg) => {
        if (svg === undefined || isGone) return;
        made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        setUrl(made);
      })
      // The card opens the map without its picture too.
      .catch(() => undefined);
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [name]);
  return (
    <span className={styles.frame}>
      {url !== undefined && <img className={styles.picture} src={url} alt="" decoding="async" />}
    </span>
  );
}

async function drawLibraryMap(name: string): Promise<string | undefined> {
  const [{ libraryMap }, { snapshotOf }, { mapToSvg }] = await Promise.all([
    import("../../shared/library/library.ts"),
    import("../../shared/document/snapshot.ts"),
    import("../../shared/formats/svg.ts"),
  ]);
  const map = libraryMap(name);
  if (map === undefined || map.elements.length === 0) return undefined;
  return mapToSvg(snapshotOf(map), { date: new Date().toISOString().slice(0, 10) });
}
