// The same in every cell: a record, its words, the country facts, the full module.
import { describe, load } from "vestibule";
import english from "vestibule/locales/en";

export async function checkAll() {
  const core = await load();
  const { value } = core.check({ name: " Acme  Ltd ", recordType: "business" });
  const words = describe(core.checkField("email", "x").findings[0], english);
  await core.loadAtlas();
  const { value: phone } = core.checkField("phone", "020 7946 0018", { country: "GB" });
  await core.loadFull();
  const address = { street: "1 High St", city: "Leeds", postalCode: "LS1 4AP" };
  const lines = core.address.format(address, { country: "GB" }).split("\n");
  return [value.name, words, phone, ...lines].join(" | ");
}
