// Orders as a client sends them, and what their answers hold.

import assert from "node:assert/strict";
import { business, type Customer, createOne, type Reply, send } from "./client.ts";
import type { Sandbox } from "./sandbox.ts";

/** Price book entries of the sandbox's catalogue. */
export const entries = {
  cloudMonthly: "01uSB000000CLM1YAO",
  cloudYearly: "01uSB000000CLY1YAO",
  measurements: "01uSB000000MSR1YAO",
  support: "01uSB000000SUP1YAO",
  gateway: "01uSB000000GTW1YAO",
  map: "01uSB000000MAP1YAO",
  installation: "01uSB000000INS1YAO",
} as const;

export interface Activation {
  readonly order: Customer & { readonly orderProducts: readonly Customer[] };
  readonly subscriptions: readonly Customer[];
  readonly assets: readonly Customer[];
  readonly entitlements: readonly Customer[];
  readonly invoices: readonly (Customer & { readonly invoiceItems: readonly Customer[] })[];
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export function recurring(priceBookEntryId: string, quantity: number, more: Customer = {}): Customer {
  return { priceBookEntryId, quantity, subscriptionStartDate: today(), subscriptionTerm: 12, ...more };
}

export function orderOf(customerId: unknown, ...orderProducts: readonly Customer[]): Customer {
  return { customer: { id: customerId }, effectiveDate: today(), orderProducts };
}

export function dataOf(reply: Reply): Activation {
  assert.equal(reply.status, 201, reply.text);
  return reply.body.data as unknown as Activation;
}

export async function draft(sandbox: Sandbox, body: Customer, path = "/orders"): Promise<Activation> {
  return dataOf(await send(sandbox, path, { body }));
}

export function sendActivation(sandbox: Sandbox, orderId: unknown, options: Customer = {}): Promise<Reply> {
  return send(sandbox, `/orders/${orderId}`, { body: { options } });
}

export async function activate(sandbox: Sandbox, orderId: unknown, options: Customer = {}): Promise<Activation> {
  return dataOf(await sendActivation(sandbox, orderId, options));
}

/** An activated order of these lines for a customer. */
export async function place(sandbox: Sandbox, customerId: unknown, ...lines: readonly Customer[]): Promise<Activation> {
  const { order } = await draft(sandbox, orderOf(customerId, ...lines));
  return await activate(sandbox, order["id"], { generateInvoice: true });
}

/** A new customer's id. */
export async function newCustomer(sandbox: Sandbox, more: Customer = {}): Promise<string> {
  return String((await createOne(sandbox, business("Buyer", more)))["id"]);
}

export async function getData(sandbox: Sandbox, path: string): Promise<readonly Customer[]> {
  const reply = await send(sandbox, path);
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data;
}
