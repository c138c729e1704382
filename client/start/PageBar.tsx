import { BrandMark } from "../ui/BrandMark.tsx";
import { ThemeMenu } from "../ui/ThemeMenu.tsx";
import styles from "./PageBar.module.css";

const PAGES = [
  { href: "/", label: "Start" },
  { href: "/library", label: "Library" },
  { href: "/join", label: "Join" },
] as const;
export type PageWithBar = (typeof PAGES)[number]["href"];

/** The bar over the pages without a map: the name, and the way from one to the other. */
export function PageBar({ current }: { readonly current: PageWithBar | undefined }) {
  return (
    <header className={styles.bar}>
      <BrandMark sizePx={56} />
      <span className={styles.brand}>Plumbline</span>
      <nav className={styles.pages} aria-label="Pages">
        {PAGES.map(({ href, label }) => (
          <a
            key={href}
            href={href}
            className={styles.page}
            {...(href === current && { "aria-current": "page" })}
          >
            {label}
          </a>
        ))}
      </nav>
      <ThemeMenu />
    </header>
  );
}
