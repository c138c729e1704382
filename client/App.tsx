import { lazy, Suspense } from "react";
import { NotFoundPage } from "./start/NotFoundPage.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { LoadingScreen } from "./ui/LoadingScreen.tsx";

const StartPage = lazy(async () => ({ default: (await import("./start/StartPage.tsx")).StartPage }));
const MapPage = lazy(async () => ({ default: (await import("./map/MapPage.tsx")).MapPage }));
const Toasts = lazy(async () => ({ default: (await import("./ui/Toasts.tsx")).Toasts }));

/** Which page the address asks for. The address only changes by loading another page. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingScreen text="Loading Plumbline …" />}>
        {pageFor(location.pathname)}
      </Suspense>
      <Suspense fallback={null}>
        <Toasts />
      </Suspense>
    </ErrorBoundary>
  );
}

function pageFor(path: string) {
  if (path === "/") return <StartPage />;
  const mapId = /^\/m\/([^/]+)\/?$/.exec(path)?.[1];
  return mapId === undefined ? <NotFoundPage /> : <MapPage mapId={mapId} />;
}
