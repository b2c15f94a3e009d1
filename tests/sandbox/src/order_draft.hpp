/// The body of POST /orders, judged by itself: what the database knows is asked later.
/// Depends on: body, products.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "body.hpp"
#include "products.hpp"

namespace vestibule::sandbox {

struct DraftLine {
  const PriceBookEntry* entry = nullptr;
  std::int64_t quantity = 0;
  std::optional<Day> start;  ///< of a subscription
  int term = 0;              ///< in months; 0 of what is sold once
};

struct OrderDraft {
  std::string customer_id;  ///< of either kind, not yet looked up
  std::optional<std::string> bill_to_contact_id;
  std::optional<std::string> name;
  std::optional<std::string> description;
  Day effective_date{};
  std::vector<DraftLine> lines;
  bool preview_invoice = false;
};

inline constexpr std::int64_t quantity_max = 1'000'000;
inline constexpr std::int64_t term_max = 120;  // months
inline constexpr std::size_t lines_max = 200;  // of an order

/// Errors  a 400 with every problem of the body
/// Source  api-docs.nue.io create draft order
[[nodiscard]] std::variant<OrderDraft, Problem> read_order_draft(std::string_view body);

/// The members of `options` that a draft takes. Taxes are none of the sandbox's business, so calculateTax changes nothing.
[[nodiscard]] bool read_draft_options(ObjectReader& body);

}  // namespace vestibule::sandbox
