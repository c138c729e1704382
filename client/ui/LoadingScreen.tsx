import type { ReactNode } from "react";
import { BrandMark } from "./BrandMark.tsx";
import styles from "./LoadingScreen.module.css";

/** A whole page that waits, and says for what. */
export function LoadingScreen({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <main className={styles.screen}>
      <BrandMark sizePx={48} className={styles.mark} />
      <p role="status">{text}</p>
      {children}
    </main>
  );
}
