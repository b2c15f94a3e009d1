/// How a customer's records hang together: who names whom, by which member, and what follows from it.
/// Depends on: nothing.
///
///   customer -< contact                       order -< order product -< subscription -< entitlement
///   customer -< order, subscription, asset, entitlement, invoice -< invoice item
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vestibule::relations {

enum class Record : std::uint8_t {
  customer,
  contact,
  order,
  order_product,
  subscription,
  asset,
  entitlement,
  invoice,
  invoice_item,
};
inline constexpr std::size_t record_count = 9;

[[nodiscard]] std::string_view to_string(Record record);

/// What of a customer is computed from the records that name it.
enum class Follows : std::uint8_t {
  nothing,
  stage,    ///< Prospect, Active, Managed: from activated orders (nue-api R30)
  metrics,  ///< todayARR, todayCMRR, totalTCV: from subscriptions (nue-api 7)
};

[[nodiscard]] std::string_view to_string(Follows follows);

/// Many records of one kind that each name one of another.
struct Relation {
  Record many{};
  std::string_view member;  ///< of the many: the id of the one, in JSON and in a database
  Record one{};
  bool required = false;  ///< the member is never empty
  Follows follows{};      ///< where the one is a customer
};

/// In the order of Relation::many.
[[nodiscard]] std::span<const Relation> all();

/// The table as Markdown rows: `| order | customerId | customer | always | stage |`
void append_table(std::string& out);

}  // namespace vestibule::relations
