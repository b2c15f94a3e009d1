// How far a long campaign is: a line now and then on standard error, and one with its result. A short run says nothing.

/** Runs of fewer steps than this are over before anybody wonders. */
const long = 100;

export interface Progress {
  /** Call it after each step. */
  readonly step: () => void;
  /** The result, with the seconds it took. */
  readonly end: (result: Readonly<Record<string, number | string>>) => void;
}

export function progress(what: string, steps: number): Progress {
  const began = Date.now();
  const seconds = (): string => ((Date.now() - began) / 1000).toFixed(1);
  const say = (text: string): void => {
    if (steps >= long) process.stderr.write(`${what}: ${text}\n`);
  };
  let done = 0;
  return {
    step() {
      done += 1;
      if (done % long === 0) say(`${done} of ${steps}, ${seconds()} s`);
    },
    end(result) {
      const parts = Object.entries(result).map(([name, value]) => `${name} ${value}`);
      say([...parts, `${seconds()} s`].join(", "));
    },
  };
}
