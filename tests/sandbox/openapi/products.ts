// The catalogue of what is sold.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import {
  flag,
  listOf,
  money,
  oneOf,
  orNull,
  record,
  ref,
  type Schema,
  salesforceId,
  text,
  uuid,
  whole,
} from "./schemas.ts";

export const billingPeriod: Schema = oneOf(
  "Monthly",
  "Quarterly",
  "Semi-Annual",
  "Annual",
  "Same as Subscription Term",
);
export const billingTiming: Schema = oneOf("In Advance", "In Arrears");
export const currency: Schema = oneOf("USD");

export const products: Part = {
  schemas: {
    Product: record({
      id: uuid,
      name: text,
      sku: text,
      description: text,
      priceModel: oneOf("Recurring", "OneTime"),
      assetType: orNull(oneOf("Physical", "Virtual")),
      entitlementQuantity: orNull(whole),
      status: oneOf("Active"),
      priceBookEntries: listOf(ref("PriceBookEntry"), { minItems: 1 }),
    }),
    PriceBookEntry: record({
      id: salesforceId("01u"),
      productId: uuid,
      priceBookId: salesforceId("01s"),
      uomId: uuid,
      uomName: oneOf("Each", "Month", "Year"),
      listPrice: money,
      currencyIsoCode: currency,
      billingPeriod: orNull(billingPeriod),
      billingTiming: orNull(billingTiming),
      active: flag,
    }),
  },
  routes: [
    {
      name: "GET /catalog/products",
      id: "listProducts",
      tag: "Nue",
      summary: "List products",
      description: "Decision: the products are the sandbox's own.",
      status: 200,
      answer: success(listOf(ref("Product"))),
    },
  ],
};
