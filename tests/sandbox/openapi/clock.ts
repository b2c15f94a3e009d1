// The sandbox's clock.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { between, flag, given, moment, record, ref, type Schema, whole } from "./schemas.ts";

/** Milliseconds of a thousand years. */
const furthest = 31_536_000_000_000;
const distance = (description: string): Schema => ({ ...between(-furthest, furthest), description });

export const clock: Part = {
  schemas: {
    Clock: record({
      now: moment,
      frozen: flag,
      skew: { ...whole, description: "Milliseconds ahead of the machine's clock." },
    }),
    ClockChange: given(
      {},
      {
        skew: distance("So many milliseconds ahead of the machine's clock."),
        freeze: { ...flag, description: "Whether it stands still from now on." },
        step: distance("Moves it by so many milliseconds, after the others."),
      },
      { freeze: true, step: 86_400_000 },
    ),
  },
  routes: [
    {
      name: "GET /_sandbox/clock",
      id: "readClock",
      tag: "Sandbox",
      summary: "What time it is here",
      status: 200,
      answer: success(ref("Clock")),
    },
    {
      name: "POST /_sandbox/clock",
      id: "changeClock",
      tag: "Sandbox",
      summary: "Move the clock, or let it stand still",
      description: "Where another day begins, the job of the day has run before the answer. Years are 2000 to 2899.",
      body: ref("ClockChange"),
      bodyOptional: true,
      status: 200,
      answer: success(ref("Clock")),
    },
  ],
};
