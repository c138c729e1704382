import { useEffect } from "react";
import { firstScreenRendered } from "./map/firstScreen.ts";
import { NotFoundPage } from "./start/NotFoundPage.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { LoadingScreen } from "./ui/LoadingScreen.tsx";
import { loadLater, loadPage } from "./ui/loadLater.tsx";

const StartPage = loadPage(async () => (await import("./start/StartPage.tsx")).StartPage);
const LibraryPage = loadPage(async () => (await import("./start/LibraryPage.tsx")).LibraryPage);
const ForgottenPage = loadPage(async () => (await import("./start/ForgottenPage.tsx")).ForgottenPage);
const JoinPage = loadPage(async () => (await import("./join/JoinPage.tsx")).JoinPage);
const AdminPage = loadPage(async () => (await import("./admin/AdminPage.tsx")).AdminPage);
const AccessibilityPage = loadPage(
  async () => (await import("./accessibility/AccessibilityPage.tsx")).AccessibilityPage,
);
const MapPage = loadPage(async () => (await import("./map/MapPage.tsx")).MapPage);
const Toasts = loadLater(async () => (await import("./ui/Toasts.tsx")).Toasts);

const LOADING = <LoadingScreen text="Loading Plumbline …" />;

/** Which page the address asks for. The address only changes by loading another page. */
export function App() {
  const mapId = mapInAddress(location.pathname);
  useEffect(() => {
    // The page of a map says so itself, once the map is there.
    if (mapId === undefined) firstScreenRendered();
  }, [mapId]);
  return (
    <ErrorBoundary>
      {mapId === undefined ? (
        <PageWithoutMap path={location.pathname} />
      ) : (
        <MapPage mapId={mapId} placeholder={LOADING} />
      )}
      <Toasts />
    </ErrorBoundary>
  );
}

function PageWithoutMap({ path }: { readonly path: string }) {
  if (path === "/") return <StartPage placeholder={LOADING} />;
  if (path === "/forgotten") return <ForgottenPage placeholder={LOADING} />;
  if (/^\/join\/?$/.test(path)) return <JoinPage placeholder={LOADING} />;
  if (/^\/accessibility\/?$/.test(path)) return <AccessibilityPage placeholder={LOADING} />;
  if (/^\/admin\/?$/.test(path)) return <AdminPage placeholder={LOADING} />;
  return /^\/library\/?$/.test(path) ? <LibraryPage placeholder={LOADING} /> : <NotFoundPage />;
}

function mapInAddress(path: string): string | undefined {
  return /^\/m\/([^/]+)\/?$/.exec(path)?.[1];
}
