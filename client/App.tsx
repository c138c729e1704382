import { lazy, Suspense, useEffect } from "react";
import { firstScreenRendered } from "./map/firstScreen.ts";
import { NotFoundPage } from "./start/NotFoundPage.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { LoadingScreen } from "./ui/LoadingScreen.tsx";
import { loadLater } from "./ui/loadLater.ts";

const StartPage = lazy(async () => ({ default: (await import("./start/StartPage.tsx")).StartPage }));
const LibraryPage = lazy(async () => ({ default: (await import("./start/LibraryPage.tsx")).LibraryPage }));
const ForgottenPage = lazy(async () => ({
  default: (await import("./start/ForgottenPage.tsx")).ForgottenPage,
}));
const JoinPage = lazy(async () => ({ default: (await import("./join/JoinPage.tsx")).JoinPage }));
const AdminPage = lazy(async () => ({ default: (await import("./admin/AdminPage.tsx")).AdminPage }));
const AccessibilityPage = lazy(async () => ({
  default: (await import("./accessibility/AccessibilityPage.tsx")).AccessibilityPage,
}));
const MapPage = lazy(async () => ({ default: (await import("./map/MapPage.tsx")).MapPage }));
const Toasts = loadLater(async () => (await import("./ui/Toasts.tsx")).Toasts);

/** Which page the address asks for. The address only changes by loading another page. */
export function App() {
  const mapId = mapInAddress(location.pathname);
  useEffect(() => {
    // The page of a map says so itself, once the map is there.
    if (mapId === undefined) firstScreenRendered();
  }, [mapId]);
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingScreen text="Loading Plumbline …" />}>
        {mapId === undefined ? <PageWithoutMap path={location.pathname} /> : <MapPage mapId={mapId} />}
      </Suspense>
      <Suspense fallback={null}>
        <Toasts />
      </Suspense>
    </ErrorBoundary>
  );
}

function PageWithoutMap({ path }: { readonly path: string }) {
  if (path === "/") return <StartPage />;
  if (path === "/forgotten") return <ForgottenPage />;
  if (/^\/join\/?$/.test(path)) return <JoinPage />;
  if (/^\/accessibility\/?$/.test(path)) return <AccessibilityPage />;
  if (/^\/admin\/?$/.test(path)) return <AdminPage />;
  return /^\/library\/?$/.test(path) ? <LibraryPage /> : <NotFoundPage />;
}

function mapInAddress(path: string): string | undefined {
  return /^\/m\/([^/]+)\/?$/.exec(path)?.[1];
}
