/// The parameters of a list as a Selection.
/// Depends on: filter, query, select.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query.hpp"
#include "select.hpp"

namespace vestibule::sandbox {

/// A value of a picklist as queries write it, in any case, and as it is stored.
struct Spelling {
  std::string_view written;
  std::string_view stored;
};

/// A parameter that a list documents by name.
struct NamedParameter {
  enum class Reading {
    text,      ///< exactly this value
    spelling,  ///< one of `spellings`
    customer,  ///< an id of a customer, of either kind
    texts,     ///< any of a JSON array
    emails,    ///< any of a JSON array of addresses
  };
  std::string_view name;
  std::string_view column;
  Reading reading{};
  std::span<const Spelling> spellings{};
};

/// Which parameters a list knows besides `page` and `limit`.
struct ListRules {
  const Table& table;
  std::string_view customer_ids{};  ///< the column that customerIds restricts; "" where it is no parameter
  bool filters = false;             ///< any other parameter is a filter, and _predicate joins them
  std::span<const std::string_view> includes{};
  std::span<const NamedParameter> named{};
};

struct ListQuery {
  Selection selection;
  std::vector<std::string> includes;
  std::vector<std::string> missing;  ///< what names no customer: "customerIds[0]"

  [[nodiscard]] bool has_include(std::string_view name) const;
};

/// The Nue id of a customer, by whichever id; nothing when there is none.
using Resolve = std::function<std::optional<std::string>(std::string_view id)>;

/// Errors  a sentence
/// Source  api-docs.nue.io fetching customers, contacts and invoices
[[nodiscard]] std::variant<ListQuery, std::string> read_list_query(const ListRules& rules,
                                                                   std::span<const Parameter> parameters,
                                                                   const Resolve& resolve);

}  // namespace vestibule::sandbox
