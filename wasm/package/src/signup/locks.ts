// One tab at a time sends: a Web Lock by the attempt's key, or one of this page alone where there are no Web Locks.

export interface Locks {
  /** Asks for the lock; `tell(false)` when another tab has it, `tell(true)` when it is this one's, at once if it is already. */
  lock(key: string, tell: (mine: boolean) => void): void;
  /** Gives it back, or stops asking. */
  unlock(): void;
  /** While a page is frozen it must hold up no other tab. */
  pause(): void;
  resume(): void;
}

/** Runs `hold` once the lock is had; it is given back when what that answers resolves. */
type Request = (
  key: string,
  options: { readonly ifAvailable: true } | { readonly signal: AbortSignal },
  hold: (mine: boolean) => Promise<void>,
) => Promise<void>;

const webLocks: Request = (key, options, hold) =>
  navigator.locks.request(`intent:${key}`, options, (lock) => hold(lock !== null));

const ofThisPage = new Map<string, Promise<void>>();

const pageLocks: Request = async (key, options, hold) => {
  const before = ofThisPage.get(key);
  if (before !== undefined && "ifAvailable" in options) return hold(false);
  const mine = (before ?? Promise.resolve()).then(() => {
    return "signal" in options && options.signal.aborted ? undefined : hold(true);
  });
  ofThisPage.set(key, mine);
  await mine;
  if (ofThisPage.get(key) === mine) ofThisPage.delete(key);
};

export function makeLocks(): Locks {
  const request = globalThis.navigator?.locks === undefined ? pageLocks : webLocks;
  let wanted: { readonly key: string; readonly tell: (mine: boolean) => void } | null = null;
  let isMine = false;
  let asking = new AbortController();
  let release = (): void => {};

  async function take(key: string, signal: AbortSignal, tell: (mine: boolean) => void): Promise<void> {
    const hold = (mine: boolean): Promise<void> => {
      if (signal.aborted) return Promise.resolve();
      if (!mine) {
        tell(false);
        void request(key, { signal }, hold).catch(() => {});
        return Promise.resolve();
      }
      const held = new Promise<void>((done) => {
        release = done;
      });
      isMine = true;
      tell(true);
      return held;
    };
    // A browser that has locks and refuses one, as an opaque origin does, is one tab for itself.
    await request(key, { ifAvailable: true }, hold).catch(() => tell(true));
  }

  function stop(): void {
    asking.abort();
    release();
    isMine = false;
  }

  function ask(key: string, tell: (mine: boolean) => void): void {
    stop();
    asking = new AbortController();
    void take(key, asking.signal, tell);
  }

  return {
    lock(key, tell) {
      if (isMine && wanted?.key === key) return tell(true);
      wanted = { key, tell };
      ask(key, tell);
    },
    unlock() {
      wanted = null;
      stop();
    },
    pause: stop,
    resume() {
      if (wanted !== null) ask(wanted.key, wanted.tell);
    },
  };
}
