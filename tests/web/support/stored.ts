// What a page of the site has stored in this browser, seen from the page itself.
import type { Page } from "playwright-core";

/** How many attempts there are. */
export function storedAttempts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    if (!(await indexedDB.databases()).some(({ name }) => name === "vestibule")) return 0;
    const database = await settled(indexedDB.open("vestibule"));
    const count = await settled(database.transaction("attempts").objectStore("attempts").count());
    database.close();
    return count;
  });
}

/** Every value of every database, and both storages, as text; bytes as the characters they are. */
export function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const show = (_: string, value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
      if (value instanceof CryptoKey) return `a key, extractable: ${value.extractable}`;
      return ArrayBuffer.isView(value) ? new TextDecoder("latin1").decode(value) : value;
    };
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        texts.push(JSON.stringify([await settled(all.getAllKeys())], show));
        texts.push(JSON.stringify(await settled(database.transaction(store).objectStore(store).getAll()), show));
      }
      database.close();
    }
    return texts.join("\n");
  });
}
