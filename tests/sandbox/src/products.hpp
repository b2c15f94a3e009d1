/// What the tenant sells: a fixed catalogue, so that tests and scripts may name its ids.
/// Depends on: money.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "money.hpp"

namespace vestibule::sandbox {

struct Product {
  std::string_view id;
  std::string_view name;
  std::string_view sku;
  std::string_view description;
  std::string_view asset_type;            ///< "Physical" or "Virtual" goods; "" makes no asset
  std::int64_t entitlement_quantity = 0;  ///< granted for each unit of a subscription
};

struct PriceBookEntry {
  std::string_view id;
  std::size_t product = 0;  ///< its place in products()
  Cents list_price = 0;
  int unit_months = 0;                ///< the time that the price is for; 0 is once
  std::string_view billing_period{};  ///< "" leaves it to the customer
  std::string_view billing_timing{};  ///< "" of what is sold once

  [[nodiscard]] bool is_recurring() const { return unit_months > 0; }
};

inline constexpr std::string_view price_book_id = "01sSB000000PBK1YAO";

[[nodiscard]] std::span<const Product> products();
[[nodiscard]] std::span<const PriceBookEntry> price_book_entries();

/// By its id of 15 or 18 characters; nullptr when there is none.
[[nodiscard]] const PriceBookEntry* find_price_book_entry(std::string_view id);
[[nodiscard]] inline const Product& product_of(const PriceBookEntry& entry) { return products()[entry.product]; }

/// The unit of measure: "Month", "Year" or "Each".
[[nodiscard]] std::string_view unit_name(const PriceBookEntry& entry);
[[nodiscard]] std::string_view unit_id(const PriceBookEntry& entry);

/// A product of products() as a JSON object, and all of them as an array.
[[nodiscard]] std::string product_json(std::size_t place);
[[nodiscard]] std::string products_json();

}  // namespace vestibule::sandbox
