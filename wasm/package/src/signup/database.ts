// The browser's database of sign-ups: one, "vestibule", with the attempts, the drafts, the customers that were made here,
// and the keys that seal and compare them.

const name = "vestibule";
const version = 2;
/** How long a browser may take before it counts as one that keeps nothing. */
const patienceMs = 5000;

const stores = ["attempts", "keys", "drafts", "customers"] as const;

export type StoreName = (typeof stores)[number];

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const { result } = request;
    for (const store of stores) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
  };
  return new Promise((done, fail) => {
    // Another tab holds an older version open; it may do so for long.
    request.onblocked = () => fail(new Error("blocked"));
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      // Whoever wants to upgrade or delete it is not held up: the next use opens it again.
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
  });
}

/** Fails when a database that was asked does not answer at all, which some private modes do. */
function inTime<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error("no answer")), patienceMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

/**
 * Runs `work` in one transaction and resolves once that is on disk. Rejects where storage is missing, forbidden or full.
 * `work` may wait for nothing but requests of its own store.
 */
export function transact<Value>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const run = async (): Promise<Value> => {
    const database = await open();
    try {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const complete = new Promise<void>((done, fail) => {
        transaction.oncomplete = () => done();
        transaction.onabort = () => fail(transaction.error ?? new Error("aborted"));
      });
      complete.catch(() => {});
      const value = await work(transaction.objectStore(store));
      await complete;
      return value;
    } finally {
      database.close();
    }
  };
  return inTime(run());
}

export function get(store: IDBObjectStore, key: string): Promise<unknown> {
  return settled(store.get(key));
}

export async function put(store: IDBObjectStore, key: string, value: unknown): Promise<void> {
  await settled(store.put(value, key));
}

export function getAll(store: IDBObjectStore): Promise<readonly unknown[]> {
  return settled(store.getAll());
}

export async function remove(store: IDBObjectStore, key: string): Promise<void> {
  await settled(store.delete(key));
}

/** Erases everything this browser keeps of sign-ups for this site, and the keys to it. */
export function forgetStored(): Promise<void> {
  const request = indexedDB.deleteDatabase(name);
  return new Promise((done, fail) => {
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });
}
