// GET /metrics: what is counted, as OpenMetrics text.
import type { Context } from "../context.ts";
import { askHealth, slotStates } from "../control/client.ts";
import { syncNow } from "../control/instance.ts";
import { askDeskCounts } from "../intents/desk-client.ts";
import type { DeskCounts } from "../intents/desk-types.ts";
import { currentBreaker } from "../limits/pressure.ts";
import { type Counts, seriesOf } from "../metrics/registry.ts";
import { metricsText, metricsType } from "../metrics/text.ts";
import { checkOperator } from "../operator.ts";

const breakers = ["closed", "half_open", "open"] as const;

/** 1 for the state that holds, 0 for the others. */
function stateSeries(name: string, states: readonly string[], now: string): Counts {
  return Object.fromEntries(states.map((state) => [seriesOf(name, { state }), state === now ? 1 : 0]));
}

function intentSeries({ surplus = 0, ...states }: DeskCounts): Counts {
  const intents = Object.entries(states).map(([state, count]) => [seriesOf("vestibule_intents", { state }), count]);
  return { ...Object.fromEntries(intents), vestibule_surplus: surplus };
}

export async function readMetrics({ env }: Pick<Context, "env">): Promise<Response> {
  const [{ totals }, { slot }, counts] = await Promise.all([
    syncNow(env),
    askHealth(env.CONTROL),
    askDeskCounts(env.INTENTS),
  ]);
  const text = metricsText({
    ...totals,
    ...intentSeries(counts),
    ...stateSeries("vestibule_slot", slotStates, slot),
    ...stateSeries("vestibule_breaker", breakers, currentBreaker()),
  });
  return new Response(text, { headers: { "content-type": metricsType } });
}

export async function metrics(request: Request, context: Context): Promise<Response> {
  await checkOperator(request, context.env);
  return readMetrics(context);
}
