// What happens to the page itself: the network comes and goes, and the browser freezes pages and wakes them.

export interface PageEvents {
  online(): void;
  offline(): void;
  /** Nothing runs from now on, maybe for long. */
  freeze(): void;
  /** It runs again; the world went on meanwhile. */
  thaw(): void;
}

/** Listens until `signal` aborts. A host without windows has no such events. */
export function watchPage({ online, offline, freeze, thaw }: PageEvents, signal: AbortSignal): void {
  if (typeof window === "undefined") return;
  if (!navigator.onLine) offline();
  window.addEventListener("online", online, { signal });
  window.addEventListener("offline", offline, { signal });
  // Into the back/forward cache and out of it.
  window.addEventListener("pagehide", ({ persisted }) => persisted && freeze(), { signal });
  window.addEventListener("pageshow", ({ persisted }) => persisted && thaw(), { signal });
  document.addEventListener("freeze", freeze, { signal });
  document.addEventListener("resume", thaw, { signal });
}
