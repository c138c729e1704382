import { useEffect, useState } from "react";

const faces = ["400 13px Arimo", "700 13px Arimo", "italic 400 13px Arimo"];
const longestWaitMs = 3_000;

// Asked for as soon as this file is there, while the map is still on its way.
const fontsReady: Promise<unknown> = Promise.race([
  Promise.allSettled(faces.map((face) => document.fonts.load(face))),
  new Promise((resolve) => setTimeout(resolve, longestWaitMs)),
]);

/** Whether the map's fonts are there. Sizes of cards are computed for them, so nothing is drawn before; if they do not come, the map is drawn without. */
export function useFontsReady(): boolean {
  const [areReady, setAreReady] = useState(false);
  useEffect(() => {
    let isGone = false;
    void fontsReady.then(() => {
      if (!isGone) setAreReady(true);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return areReady;
}
