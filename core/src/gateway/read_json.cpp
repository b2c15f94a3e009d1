#include "json/object_reader.hpp"
#include "vestibule/gateway/json.hpp"

namespace vestibule::gateway {
namespace {

using json::NodeKind;
using Reader = json::ObjectReader;
using Node = Reader::Node;

std::string text(Reader& reader, std::string_view name) {
  const Node node = reader.optional(name, NodeKind::string);
  return node == 0 ? std::string{} : std::string{reader.tree()[node].text};
}

void read_surplus(Reader& reader, std::vector<std::string>& surplus) {
  const Node array = reader.optional("surplus", NodeKind::array);
  if (array == 0) return;
  const json::Tree& tree = reader.tree();
  for (Node node = tree[array].first; node != 0; node = tree[node].next) {
    if (tree[node].kind != NodeKind::string) return reader.fail(Code::field_type, node, {"string"});
    surplus.emplace_back(tree[node].text);
  }
}

void read(Reader& reader, Intent& intent) {
  intent.account_number = text(reader, "accountNumber");
  intent.customer_id = text(reader, "customerId");
  intent.due_at = reader.number<Millis>("dueAt");
  intent.epoch = reader.number<std::uint32_t>("epoch");
  intent.external_id = text(reader, "externalId");
  intent.lease_until = reader.number<Millis>("leaseUntil");
  intent.owner = text(reader, "owner");
  intent.probed_at = reader.number<Millis>("probedAt");
  intent.probes = reader.number<std::uint8_t>("probes");
  intent.sends = reader.number<std::uint8_t>("sends");
  intent.sent_at = reader.number<Millis>("sentAt");
  intent.settled_at = reader.number<Millis>("settledAt");
  intent.state = reader.named<State>(reader.required("state", NodeKind::string), state_count);
  read_surplus(reader, intent.surplus);
  intent.token = text(reader, "token");
}

void read_rows(Reader& reader, std::vector<nue::Row>& rows) {
  const Node array = reader.optional("rows", NodeKind::array);
  if (array == 0) return;
  const json::Tree& tree = reader.tree();
  for (Node node = tree[array].first; node != 0; node = tree[node].next) {
    Reader row{tree, node};
    rows.push_back({.id = text(row, "id"),
                    .account_number = text(row, "accountNumber"),
                    .external_id = text(row, "externalId"),
                    .created_date = text(row, "createdDate"),
                    .mark = text(row, "mark")});
    row.finish();
    if (row.problem()) return reader.fail(*row.problem());
  }
}

void read_answer(Reader& reader, nue::Answer& answer) {
  const Node node = reader.optional("answer", NodeKind::object);
  if (node == 0) return;
  Reader object{reader.tree(), node};
  answer.readable = object.flag("readable");
  answer.retry_after = text(object, "retryAfter");
  read_rows(object, answer.rows);
  answer.status = object.number<std::uint16_t>("status");
  answer.success = object.flag("success");
  object.finish();
  if (object.problem()) reader.fail(*object.problem());
}

void read(Reader& reader, Event& event) {
  read_answer(reader, event.answer);
  event.customer_id = text(reader, "customerId");
  event.epoch = reader.number<std::uint32_t>("epoch");
  event.kind = reader.named<EventKind>(reader.required("event", NodeKind::string), event_kind_count);
  event.may_send = !reader.flag("held");
  event.now = reader.number<Millis>("now");
  event.random = reader.number<std::uint32_t>("random");
}

void read(Reader& reader, Policy& policy) {
  policy.has_slot = reader.flag("hasSlot");
  policy.horizon = reader.number<Millis>("horizon");
  policy.lease = reader.number<Millis>("lease");
  policy.single_owner = reader.flag("singleOwner");
  policy.upstream = reader.number<Millis>("upstream");
}

void read(Reader& reader, Pressure& pressure) {
  pressure.calls = reader.number<std::uint32_t>("calls");
  pressure.creates = reader.number<std::uint32_t>("creates");
  pressure.failures = reader.number<std::uint32_t>("failures");
  pressure.in_row = reader.number<std::uint32_t>("inRow");
  pressure.minute_at = reader.number<Millis>("minuteAt");
  pressure.open_until = reader.number<Millis>("openUntil");
  pressure.paused_until = reader.number<Millis>("pausedUntil");
  pressure.retries = reader.number<std::uint32_t>("retries");
  pressure.trial_until = reader.number<Millis>("trialUntil");
  pressure.window_at = reader.number<Millis>("windowAt");
}

template <class Value>
Result<Value, json::Problem> read_text(std::string_view text) {
  return json::read_object<Value>(text, json_max_bytes, [](Reader& reader, Value& value) { read(reader, value); });
}

}  // namespace

Result<Intent, json::Problem> read_intent(std::string_view text) { return read_text<Intent>(text); }
Result<Event, json::Problem> read_event(std::string_view text) { return read_text<Event>(text); }
Result<Policy, json::Problem> read_policy(std::string_view text) { return read_text<Policy>(text); }
Result<Pressure, json::Problem> read_pressure(std::string_view text) { return read_text<Pressure>(text); }

}  // namespace vestibule::gateway
