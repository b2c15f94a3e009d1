#include "json/object_reader.hpp"
#include "parts.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::lifecycle {
namespace {

using json::NodeKind;
using Reader = json::ObjectReader;
using Node = Reader::Node;

ids::Uuid uuid_at(Reader& reader, Node node) {
  if (node == 0) return {};
  const auto id = ids::parse_uuid(reader.tree()[node].text);
  if (!id.ok()) reader.fail(id.error(), node);
  return id.ok() ? id.value() : ids::Uuid{};
}

ids::SalesforceId account_at(Reader& reader, Node node) {
  if (node == 0) return {};
  const auto id = ids::parse_salesforce_id(reader.tree()[node].text);
  if (!id.ok()) {
    reader.fail(id.error(), node);
  } else if (id.value().id.object() != ids::account_prefix) {
    reader.fail(Code::id_object, node, {std::string{ids::account_prefix}});
  } else {
    return id.value().id;
  }
  return {};
}

checks::Date date_at(Reader& reader, Node node) {
  if (node == 0) return {};
  const auto date = checks::parse_date(reader.tree()[node].text);
  if (!date.ok()) reader.fail(date.error(), node);
  return date.ok() ? date.value() : checks::Date{};
}

void read_orders(Reader& reader, OrderFacts& orders) {
  const Node array = reader.optional("orders", NodeKind::array);
  if (array == 0) return;
  const json::Tree& tree = reader.tree();
  for (Node node = tree[array].first; node != 0; node = tree[node].next) {
    Reader order{tree, node};
    const OrderKind kind = order.named<OrderKind>(order.required("kind", NodeKind::string), 4);
    const ids::Uuid id = uuid_at(order, order.required("order", NodeKind::string));
    order.finish();
    if (order.problem()) return reader.fail(*order.problem());
    orders.add({id, kind});
  }
}

void read_past_accounts(Reader& reader, std::vector<ids::SalesforceId>& accounts) {
  const Node array = reader.optional("pastAccounts", NodeKind::array);
  if (array == 0) return;
  const json::Tree& tree = reader.tree();
  for (Node node = tree[array].first; node != 0; node = tree[node].next) {
    if (tree[node].kind != NodeKind::string) return reader.fail(Code::field_type, node, {"string"});
    accounts.push_back(account_at(reader, node));
  }
}

void read(Reader& reader, Life& life) {
  if (const Node node = reader.optional("account", NodeKind::string)) life.account = account_at(reader, node);
  life.account_version = reader.number<std::uint64_t>("accountVersion");
  if (const Node node = reader.optional("customerSince", NodeKind::string)) life.customer_since = date_at(reader, node);
  life.erased = reader.flag("erased");
  life.hold = reader.named<Hold>(reader.optional("hold", NodeKind::string), 5);
  if (const Node node = reader.optional("holdAccount", NodeKind::string)) life.hold_account = account_at(reader, node);
  if (const Node node = reader.optional("id", NodeKind::string)) life.id = uuid_at(reader, node);
  life.link = reader.named<Link>(reader.required("link", NodeKind::string), 5);  // never Held
  life.mode = reader.named<Mode>(reader.required("mode", NodeKind::string), 2);
  read_orders(reader, life.orders);
  read_past_accounts(reader, life.past_accounts);
}

void read(Reader& reader, Event& event) {
  event.kind = reader.named<EventKind>(reader.required("event", NodeKind::string), event_kind_count);
  if (reader.problem()) return;
  const Parts parts = parts_of(event.kind);
  const auto account = [&](std::string_view name) {
    return account_at(reader, reader.required(name, NodeKind::string));
  };
  if (parts.has(Part::account)) event.account = account("account");
  if (parts.has(Part::cycle)) event.cycle = reader.flag("cycle");
  if (parts.has(Part::day)) event.day = date_at(reader, reader.required("day", NodeKind::string));
  if (parts.has(Part::days)) event.days = reader.number<std::uint32_t>("days");
  if (parts.has(Part::id)) event.id = uuid_at(reader, reader.required("id", NodeKind::string));
  if (parts.has(Part::mode)) event.mode = reader.named<Mode>(reader.required("mode", NodeKind::string), 2);
  if (parts.has(Part::open_order)) event.open_order = reader.flag("openOrder");
  if (parts.has(Part::order)) event.order = uuid_at(reader, reader.required("order", NodeKind::string));
  if (parts.has(Part::permanent)) event.permanent = reader.flag("permanent");
  if (parts.has(Part::source)) event.source = reader.named<Source>(reader.required("source", NodeKind::string), 4);
  if (parts.has(Part::taken)) event.taken = reader.flag("taken");
  if (parts.has(Part::version)) event.version = reader.number<std::uint64_t>("version");
  if (parts.has(Part::winner)) event.winner = account("winner");
}

}  // namespace

Result<Life, json::Problem> read_life(std::string_view text) {
  return json::read_object<Life>(text, limits::life_max_bytes, [](Reader& reader, Life& life) { read(reader, life); });
}
Result<Event, json::Problem> read_event(std::string_view text) {
  return json::read_object<Event>(text, limits::life_max_bytes,
                                  [](Reader& reader, Event& event) { read(reader, event); });
}

}  // namespace vestibule::lifecycle
