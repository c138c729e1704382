import type { ReactNode } from "react";
import { BrandMark } from "./BrandMark.tsx";
import styles from "./MessageScreen.module.css";

/** A whole page that says what is the matter and what to do. */
export function MessageScreen({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <BrandMark sizePx={40} className={styles.mark} />
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.body}>{children}</div>
        <div className={styles.actions}>{actions}</div>
      </div>
    </main>
  );
}
