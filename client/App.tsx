import { lazy, Suspense } from "react";
import { NotFoundPage } from "./start/NotFoundPage.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { LoadingScreen } from "./ui/LoadingScreen.tsx";
import { Toasts } from "./ui/Toasts.tsx";

const StartPage = lazy(async () => ({ default: (await import("./start/StartPage.tsx")).StartPage }));
const MapPage = lazy(async () => ({ default: (await import("./map/MapPage.tsx")).MapPage }));

/** Which page the address asks for. The address only changes by loading another page. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingScreen text="Loading Plumbline …" />}>
        {pageFor(location.pathname)}
      </Suspense>
      <Toasts />
    </ErrorBoundary>
  );
}

function pageFor(path: string) {
  if (path === "/") return <StartPage />;
  const mapId = /^\/m\/([^/]+)\/?$/.exec(path)?.[1];
  return mapId === undefined ? <NotFoundPage /> : <MapPage mapId={mapId} />;
}
