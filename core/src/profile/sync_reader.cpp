// The tenant's part of the field policy: who is master of which field between Nue and Salesforce.
#include <algorithm>
#include <span>

#include "profile_reader.hpp"
#include "vestibule/text/closest.hpp"

namespace vestibule::profile {

using catalogue::Field;
using catalogue::SyncClass;
using json::NodeKind;

namespace {

constexpr std::string_view entities[] = {"customer", "contact"};
// Numbers that are Nue's own come first to nobody else.
constexpr std::string_view masters[] = {"nue", "none", "salesforce"};
constexpr std::span<const std::string_view> masters_of_metrics = std::span{masters}.first(2);

// An address is one value, so it has one name.
struct Address {
  std::string_view name;
  std::string_view fields_begin_with;
};
constexpr Address addresses[] = {{"billingAddress", "billing"}, {"shippingAddress", "shipping"}};

// Of a field that stands in no address; "" of an address's.
std::string_view name_of(Field field) {
  if (catalogue::sync_class(field) != SyncClass::address) return catalogue::info(field).name;
  return {};
}

std::vector<Field> fields_named(std::string_view name, catalogue::Entity of) {
  const auto address = std::find_if(std::begin(addresses), std::end(addresses),
                                    [name](const Address& candidate) { return candidate.name == name; });
  std::vector<Field> fields;
  const catalogue::FieldRange range = catalogue::fields_of(of);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto field = static_cast<Field>(i);
    const bool in_address = address != std::end(addresses) && name_of(field).empty() &&
                            catalogue::info(field).name.starts_with(address->fields_begin_with);
    if (in_address || name_of(field) == name) fields.push_back(field);
  }
  return fields;
}

// Somebody who names a part of an address means the address.
std::string_view closest_to(std::string_view name, catalogue::Entity of) {
  for (const Address& address : addresses) {
    const auto field = catalogue::find_field(name, of);
    if (field && name_of(*field).empty() && name.starts_with(address.fields_begin_with)) return address.name;
  }
  text::Closest closest{name};
  const catalogue::FieldRange range = catalogue::fields_of(of);
  for (std::size_t i = range.begin; i < range.end; ++i) closest.offer(name_of(static_cast<Field>(i)));
  for (const Address& address : addresses) closest.offer(address.name);
  return closest.best();
}

}  // namespace

void ProfileReader::read_masters(Node object, Entity of) {
  if (object == 0 || !reader_.expect(object, NodeKind::object)) return;
  // By name, so that findings come in an order that is not that of the members.
  std::vector<Node> members;
  for (Node node = tree_[object].first; node != 0; node = tree_[node].next) members.push_back(node);
  std::sort(members.begin(), members.end(), [&](Node a, Node b) { return tree_[a].name < tree_[b].name; });
  for (const Node node : members) {
    const std::vector<Field> fields = fields_named(tree_[node].name, of);
    if (fields.empty()) {
      const std::string_view closest = closest_to(tree_[node].name, of);
      reader_.add(Code::profile_reference, node, {"field"}, closest.empty() ? std::nullopt : std::optional{closest});
      continue;
    }
    const SyncClass own = catalogue::sync_class(fields.front());
    if (own == SyncClass::system || own == SyncClass::link || own == SyncClass::local) {
      reader_.add(Code::profile_not_applicable, node, {catalogue::to_string(own)});
      continue;
    }
    const auto master = reader_.choice(node, own == SyncClass::metrics ? masters_of_metrics : masters);
    if (!master) continue;
    const bool travels = masters[*master] != "none";
    // Salesforce makes no account and no contact without it.
    if (!travels && catalogue::info(fields.front()).required) {
      reader_.add(Code::profile_conflict, node, {"required"});
      continue;
    }
    SyncClass chosen = own == SyncClass::billing ? SyncClass::profile : own;
    if (!travels) {
      chosen = SyncClass::local;
    } else if (masters[*master] == "nue" && own != SyncClass::metrics) {
      chosen = SyncClass::billing;
    }
    for (const Field field : fields) profile_.sync_classes_[catalogue::index(field)] = chosen;
  }
}

void ProfileReader::read_sync(Node object) {
  if (object == 0 || !reader_.expect(object, NodeKind::object)) return;
  for (std::size_t i = 0; i < std::size(entities); ++i) {
    read_masters(tree_.member(object, entities[i]), static_cast<Entity>(i));
  }
  reader_.refuse_others(object, entities);
}

}  // namespace vestibule::profile
