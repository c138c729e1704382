import "./ui/standInFonts.css";
import "@fontsource/arimo/400.css";
import "@fontsource/arimo/700.css";
import "@fontsource/arimo/400-italic.css";
import "./theme.css";
import "./ui/fallbackFonts.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { keepPage } from "./offline/keepPage.ts";
import { keepReactAriaFromAddingStyles } from "./ui/keepReactAriaFromAddingStyles.ts";
import { followChosenTheme } from "./ui/theme.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id root.");

followChosenTheme();
keepReactAriaFromAddingStyles(document);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if (import.meta.env.PROD) void keepPage();
