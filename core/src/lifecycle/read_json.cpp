#include <charconv>
#include <limits>

#include "json/tree.hpp"
#include "parts.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/limits.hpp"

namespace vestibule::lifecycle {
namespace {

using json::NodeKind;
using Node = std::uint32_t;

// Takes members out of one object; the first problem stays. Members nobody took are unknown.
class Reader {
 public:
  Reader(const json::Tree& tree, Node object) : tree_{tree}, object_{object} {
    if (tree[object].kind != NodeKind::object) fail(Code::field_type, object, {"object"});
  }

  [[nodiscard]] const std::optional<json::Problem>& problem() const { return problem_; }
  [[nodiscard]] const json::Tree& tree() const { return tree_; }

  void fail(json::Problem problem) {
    if (!problem_) problem_ = std::move(problem);
  }
  void fail(Code code, Node node, std::vector<std::string> params = {}) {
    fail(json::Problem{code, tree_.pointer_to(node), std::move(params)});
  }

  // 0 when the object has no such member.
  Node optional(std::string_view name, NodeKind kind) {
    if (problem_) return 0;
    const Node member = tree_.member(object_, name);
    if (member == 0) return 0;
    ++taken_;
    if (tree_[member].kind == kind) return member;
    constexpr std::string_view names[] = {"null", "boolean", "number", "string", "array", "object"};
    fail(Code::field_type, member, {std::string{names[static_cast<std::size_t>(kind)]}});
    return 0;
  }

  Node required(std::string_view name, NodeKind kind) {
    const Node member = optional(name, kind);
    if (member == 0) fail(json::Problem{Code::field_required, tree_.pointer_to(object_) + '/' + std::string{name}, {}});
    return member;
  }

  bool flag(std::string_view name) {
    const Node member = optional(name, NodeKind::boolean);
    return member != 0 && tree_[member].truth;
  }

  template <class Integer>
  Integer number(std::string_view name) {
    const Node member = optional(name, NodeKind::number);
    Integer value = 0;
    if (member == 0) return value;
    const std::string_view text = tree_[member].text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
      fail(Code::number_range, member, {"0", std::to_string(std::numeric_limits<Integer>::max())});
    }
    return value;
  }

  ids::Uuid uuid(std::string_view name) { return uuid_at(required(name, NodeKind::string)); }
  ids::Uuid uuid_at(Node node) {
    if (node == 0) return {};
    const auto id = ids::parse_uuid(tree_[node].text);
    if (!id.ok()) fail(id.error(), node);
    return id.ok() ? id.value() : ids::Uuid{};
  }

  ids::SalesforceId account_at(Node node) {
    if (node == 0) return {};
    const auto id = ids::parse_salesforce_id(tree_[node].text);
    if (!id.ok()) fail(id.error(), node);
    return id.ok() ? id.value().id : ids::SalesforceId{};
  }

  checks::Date date_at(Node node) {
    if (node == 0) return {};
    const auto date = checks::parse_date(tree_[node].text);
    if (!date.ok()) fail(date.error(), node);
    return date.ok() ? date.value() : checks::Date{};
  }

  // The enumerator of this name among the first `count`.
  template <class Enum>
  Enum named(Node node, std::size_t count) {
    if (node == 0) return {};
    std::string allowed;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = to_string(static_cast<Enum>(i));
      if (tree_[node].text == name) return static_cast<Enum>(i);
      if (i > 0) allowed += ", ";
      allowed += name;
    }
    fail(Code::enum_unknown, node, {std::move(allowed)});
    return {};
  }

  void finish() {
    if (!problem_ && tree_[object_].count > taken_) fail(Code::field_unknown, object_);
  }

 private:
  const json::Tree& tree_;
  Node object_;
  std::uint32_t taken_ = 0;
  std::optional<json::Problem> problem_;
};

void read_orders(Reader& reader, OrderFacts& orders) {
  const Node array = reader.optional("orders", NodeKind::array);
  if (array == 0) return;
  const json::Tree& tree = reader.tree();
  for (Node node = tree[array].first; node != 0; node = tree[node].next) {
    Reader order{tree, node};
    const OrderKind kind = order.named<OrderKind>(order.required("kind", NodeKind::string), 4);
    const ids::Uuid id = order.uuid("order");
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
    accounts.push_back(reader.account_at(node));
  }
}

void read(Reader& reader, Life& life) {
  if (const Node node = reader.optional("account", NodeKind::string)) life.account = reader.account_at(node);
  life.account_version = reader.number<std::uint64_t>("accountVersion");
  if (const Node node = reader.optional("customerSince", NodeKind::string)) life.customer_since = reader.date_at(node);
  life.erased = reader.flag("erased");
  life.hold = reader.named<Hold>(reader.optional("hold", NodeKind::string), 5);
  if (const Node node = reader.optional("id", NodeKind::string)) life.id = reader.uuid_at(node);
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
    return reader.account_at(reader.required(name, NodeKind::string));
  };
  if (parts.has(Part::account)) event.account = account("account");
  if (parts.has(Part::cycle)) event.cycle = reader.flag("cycle");
  if (parts.has(Part::day)) event.day = reader.date_at(reader.required("day", NodeKind::string));
  if (parts.has(Part::days)) event.days = reader.number<std::uint32_t>("days");
  if (parts.has(Part::id)) event.id = reader.uuid("id");
  if (parts.has(Part::mode)) event.mode = reader.named<Mode>(reader.required("mode", NodeKind::string), 2);
  if (parts.has(Part::open_order)) event.open_order = reader.flag("openOrder");
  if (parts.has(Part::order)) event.order = reader.uuid("order");
  if (parts.has(Part::permanent)) event.permanent = reader.flag("permanent");
  if (parts.has(Part::source)) event.source = reader.named<Source>(reader.required("source", NodeKind::string), 4);
  if (parts.has(Part::taken)) event.taken = reader.flag("taken");
  if (parts.has(Part::version)) event.version = reader.number<std::uint64_t>("version");
  if (parts.has(Part::winner)) event.winner = account("winner");
}

template <class Value>
Result<Value, json::Problem> read_text(std::string_view text) {
  std::vector<char> storage;
  json::Tree tree;
  if (auto problem = json::Tree::parse(text, limits::life_max_bytes, storage, tree)) return *std::move(problem);
  Value value;
  Reader reader{tree, 0};
  read(reader, value);
  reader.finish();
  if (reader.problem()) return *reader.problem();
  return value;
}

}  // namespace

Result<Life, json::Problem> read_life(std::string_view text) { return read_text<Life>(text); }
Result<Event, json::Problem> read_event(std::string_view text) { return read_text<Event>(text); }

}  // namespace vestibule::lifecycle
