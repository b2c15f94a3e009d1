// The transaction hub: which record of Nue is which of another system.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { listOf, moment, nothing, oneOf, orNull, record, ref, type Schema, text, uuid, whole } from "./schemas.ts";

const types = [
  "customer",
  "order",
  "product",
  "orderproduct",
  "invoice",
  "invoiceitem",
  "creditmemo",
  "creditmemoitem",
  "debitmemo",
  "debitmemoitem",
];

const count: Schema = { ...whole, minimum: 0 };

export const hub: Part = {
  schemas: {
    HubRecord: record({
      id: uuid,
      transactionType: oneOf(...types),
      nueId: uuid,
      externalSystem: text,
      externalSystemId: text,
      externalId: text,
      direction: oneOf("inbound", "outbound"),
      description: orNull(text),
      status: oneOf("Success"),
      errorCode: nothing,
      errorMessage: nothing,
      createdDate: moment,
      lastModifiedDate: moment,
    }),
    HubUploadRow: {
      description:
        "`transactionType`, `nueId`, `externalSystem`, `externalSystemId` and `externalId` are needed, `direction` and " +
        "`description` are not; names are taken in any case. Decision: a wrong row is an error of the job, not of the " +
        "request, so this schema lets it pass.",
      examples: [
        {
          transactionType: "customer",
          nueId: "020796fe-7c28-438c-a7fb-d7533da21cfe",
          externalSystem: "QuickBooks",
          externalSystemId: "q1",
          externalId: "42",
        },
      ],
    },
    HubJob: record({
      id: uuid,
      status: oneOf("Completed"),
      total: count,
      succeeded: count,
      failed: count,
      errors: listOf(text, { minItems: 0 }),
      createdDate: moment,
      lastModifiedDate: moment,
      jobId: uuid,
    }),
  },
  routes: [
    {
      name: "GET /customers/{customerId}/transactionHubData",
      id: "readTransactionHubData",
      tag: "Nue",
      summary: "What other systems call a customer",
      description: "Decision: an array of hub records.",
      status: 200,
      answer: success(listOf(ref("HubRecord"))),
    },
    {
      name: "POST /revenue/transaction-hub/upload",
      id: "uploadHubRecords",
      tag: "Nue",
      summary: "Upload hub records",
      description: "Replaces earlier rows of the same record and system. Decision: the job is done at once.",
      body: listOf(ref("HubUploadRow"), { minItems: 1, maxItems: 5_000 }),
      status: 202,
      answer: success(ref("HubJob")),
    },
    {
      name: "GET /revenue/transaction-hub/async-job/{jobId}",
      id: "readHubJob",
      tag: "Nue",
      summary: "Read the job of an upload",
      status: 200,
      answer: success(ref("HubJob")),
    },
  ],
};
