#include "list_query.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "http_limits.hpp"
#include "text.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/scan.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Kind;

// A sentence, or "" when all is well.
using Problem = std::string;

Problem read_number(const Parameter& parameter, std::int64_t max, std::int64_t& number) {
  const std::string& text = parameter.value;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > max) {
    return parameter.name + ": expected a whole number from 1 to " + std::to_string(max);
  }
  number = value;
  return {};
}

Problem read_ids(const Parameter& parameter, const Resolve& resolve, ListQuery& query) {
  const auto list = nlohmann::json::parse(parameter.value, nullptr, false);
  if (!list.is_array()) return "customerIds: expected a JSON array of ids";
  auto& ids = query.selection.ids.emplace();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_string()) return "customerIds: expected a JSON array of ids";
    if (auto id = resolve(list[i].get_ref<const std::string&>())) {
      ids.push_back(*std::move(id));
    } else {
      query.missing.push_back(i);
    }
  }
  return {};
}

Problem read_predicate(const Parameter& parameter, Selection& selection) {
  selection.any = equals_ignoring_case(parameter.value, "or");
  return selection.any || equals_ignoring_case(parameter.value, "and") ? Problem{} : "_predicate: expected and or or";
}

// `value` in the form the column holds; nothing when the column could never hold it.
std::optional<std::string> canonical(Kind kind, const std::string& value) {
  switch (kind) {
    case Kind::uuid: {
      const auto uuid = ids::parse_uuid(value);
      return uuid.ok() ? std::optional{ids::to_string(uuid.value())} : std::nullopt;
    }
    case Kind::salesforce_account: {
      const auto id = ids::parse_salesforce_id(value);
      return id.ok() ? std::optional{std::string{id.value().id.text()}} : std::nullopt;
    }
    case Kind::integer:
    case Kind::number: return json::is_number(value) ? std::optional{value} : std::nullopt;
    case Kind::boolean: return value == "true" || value == "false" ? std::optional{value} : std::nullopt;
    default: return value.empty() ? std::nullopt : std::optional{value};
  }
}

Problem read_filter(const Parameter& parameter, Selection& selection) {
  const auto column = find_column(parameter.name);
  if (!column) return "unknown field in a filter";
  const std::string& name = parameter.name;
  if (parameter.op != Operator::equal) return name + ": only = is understood in filters";
  if (selection.conditions.size() == limits::filters_max_count) return "at most 8 filters";
  if (parameter.value.size() > limits::filter_value_max_bytes) return name + ": a filter value has at most 255 bytes";
  auto value = canonical(columns()[*column].kind, parameter.value);
  if (!value) return name + ": this value cannot stand in the field";
  selection.conditions.push_back({*column, *std::move(value)});
  return {};
}

Problem read_parameter(const Parameter& parameter, const Resolve& resolve, ListQuery& query) {
  // Far beyond any real table, and small enough that page times limit cannot overflow.
  constexpr std::int64_t page_max = 1'000'000'000;
  const bool reserved = parameter.name == "page" || parameter.name == "limit" || parameter.name == "customerIds" ||
                        parameter.name == "includes" || parameter.name == "_predicate";
  if (!reserved) return read_filter(parameter, query.selection);
  if (parameter.op != Operator::equal) return parameter.name + ": only = makes sense here";
  if (parameter.name == "page") return read_number(parameter, page_max, query.selection.page);
  if (parameter.name == "limit") return read_number(parameter, limits::page_limit_max, query.selection.limit);
  if (parameter.name == "customerIds") return read_ids(parameter, resolve, query);
  if (parameter.name == "_predicate") return read_predicate(parameter, query.selection);
  query.contacts = parameter.value == "contacts";
  return query.contacts ? Problem{} : "includes: expected contacts";
}

}  // namespace

std::variant<ListQuery, std::string> read_list_query(std::span<const Parameter> parameters, const Resolve& resolve) {
  ListQuery query;
  query.selection.limit = limits::page_limit_default;
  for (const Parameter& parameter : parameters) {
    if (Problem problem = read_parameter(parameter, resolve, query); !problem.empty()) return problem;
  }
  return query;
}

}  // namespace vestibule::sandbox
