// Where an attempt outlives a reload: this tab's session storage. Its key and secret, and nothing about a person.
import type { Attempt } from "./state.ts";

export interface AttemptStore {
  /** null when there is none, or none that can be read. */
  read(): Attempt | null;
  /** False when it could not be kept. */
  write(attempt: Attempt): boolean;
  clear(): void;
}

const name = "vestibule-signup";

function readText(text: string | null): Attempt | null {
  if (text === null) return null;
  try {
    const { v, key, secret, since } = JSON.parse(text);
    const isWhole = v === 1 && typeof key === "string" && typeof secret === "string" && typeof since === "number";
    return isWhole ? { key, secret, since } : null;
  } catch {
    return null;
  }
}

/** Storage may be absent, full or forbidden; the sign-up goes on without it. */
function attempt<Result>(work: (storage: Storage) => Result, otherwise: Result): Result {
  try {
    return work(globalThis.sessionStorage);
  } catch {
    return otherwise;
  }
}

export const sessionStore: AttemptStore = {
  read: () => attempt((storage) => readText(storage.getItem(name)), null),
  write: ({ key, secret, since }) =>
    attempt((storage) => {
      storage.setItem(name, JSON.stringify({ v: 1, key, secret, since }));
      return true;
    }, false),
  clear: () => attempt((storage) => storage.removeItem(name), undefined),
};
