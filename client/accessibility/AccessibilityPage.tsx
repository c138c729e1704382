import { useEffect } from "react";
import { PageFrame } from "../start/PageFrame.tsx";
import styles from "./AccessibilityPage.module.css";
import { Contact } from "./Contact.tsx";
import { NOT_YET, STATED_ON, TESTED, WORKS } from "./statement.ts";

/** What works for whom, what does not yet, how it was tested and whom to tell: the statement that public bodies in the United Kingdom owe. */
export function AccessibilityPage() {
  useEffect(() => {
    document.title = "Accessibility – Plumbline";
  }, []);
  return (
    <PageFrame current={undefined}>
      <main className={styles.main}>
        <article className={styles.sheet}>
          <h1 className={styles.title}>Accessibility of Plumbline</h1>
          <p>
            Everybody who is needed for a decision should be able to read the map and to change it. This
            statement is about the pages of this server: the start page, the library, joining, maps, and the
            administrator’s page.
          </p>
          <Part title="What you can do" lines={WORKS} />
          <h2>How far it complies</h2>
          <p>
            Plumbline is partially compliant with the Web Content Accessibility Guidelines, version 2.2, level
            AA, because of what is listed next.
          </p>
          <Part title="What does not work yet" lines={NOT_YET} />
          <h2>Tell us about a barrier, or ask for another format</h2>
          <Contact />
          <p>
            Say which page it was, what you wanted to do, and what you use (browser, screen reader,
            magnifier). A map can be given to you as an outline, as a table of what is on it, or as a file
            with its text.
          </p>
          <h2>If the answer does not satisfy you</h2>
          <p>
            In England, Scotland and Wales the Equality and Human Rights Commission enforces the accessibility
            regulations for public sector bodies. Contact the{" "}
            <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. In
            Northern Ireland contact the{" "}
            <a href="https://www.equalityni.org/">Equality Commission for Northern Ireland</a>.
          </p>
          <Part title="How it was tested" lines={TESTED} />
          <p className={styles.date}>
            This statement was prepared on {STATED_ON}. It was tested on the same day, by those who make
            Plumbline, not by an outside body.
          </p>
        </article>
      </main>
    </PageFrame>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
