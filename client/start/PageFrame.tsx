import type { ReactNode } from "react";
import { PageBar, type PageWithBar } from "./PageBar.tsx";
import styles from "./PageFrame.module.css";

/** A page without a map: the bar above, what it is about, and below it what every page links to. */
export function PageFrame({
  current,
  children,
}: {
  readonly current: PageWithBar | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <PageBar current={current} />
      {children}
      <footer className={styles.footer}>
        <a href="/accessibility">Accessibility</a>
        <span>Findings are not legal advice.</span>
      </footer>
    </div>
  );
}
