// Lets the browser see to a key, a tap or a picture before work goes on: nobody notices what is done in short tasks.

interface Scheduling {
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** Resolves in a task of its own; a message where the browser cannot be asked, for a timer waits longer, and more so in a tab that is not seen. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as Scheduling;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
