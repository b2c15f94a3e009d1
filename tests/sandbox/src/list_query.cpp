#include "list_query.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "contacts.hpp"
#include "filter.hpp"
#include "http_limits.hpp"
#include "text.hpp"

namespace vestibule::sandbox {
namespace {

// A sentence, or "" when all is well.
using Text = std::string;

struct Reader {
  const ListRules& rules;
  const Resolve& resolve;
  ListQuery query{};

  Text read(const Parameter& parameter);

 private:
  Text read_page(const Parameter& parameter);
  Text read_limit(const Parameter& parameter);
  Text read_customer_ids(const Parameter& parameter);
  Text read_includes(const Parameter& parameter);
  Text read_predicate(const Parameter& parameter);
  Text read_named(const NamedParameter& named, const Parameter& parameter);
  Text read_array(const NamedParameter& named, const Parameter& parameter);
  Text add(Condition condition);
};

Text read_count(const Parameter& parameter, std::int64_t max, std::int64_t& number) {
  const std::string& text = parameter.value;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > max) {
    return parameter.name + ": expected a whole number from 1 to " + std::to_string(max);
  }
  number = value;
  return {};
}

// The texts of a JSON array; nothing when it is none.
std::optional<std::vector<std::string>> read_texts(const std::string& json) {
  const auto list = nlohmann::json::parse(json, nullptr, false);
  if (!list.is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const auto& item : list) {
    if (!item.is_string()) return std::nullopt;
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

Text Reader::read_page(const Parameter& parameter) {
  // Far beyond any real table, and small enough that page times limit cannot overflow.
  return read_count(parameter, 1'000'000'000, query.selection.page);
}

Text Reader::read_limit(const Parameter& parameter) {
  return read_count(parameter, limits::page_limit_max, query.selection.limit);
}

Text Reader::read_customer_ids(const Parameter& parameter) {
  const auto list = read_texts(parameter.value);
  if (!list) return "customerIds: expected a JSON array of ids";
  Restriction restriction{rules.table.place(rules.customer_ids), {}};
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (auto id = resolve((*list)[i])) {
      restriction.values.push_back(*std::move(id));
    } else {
      query.missing.push_back("customerIds[" + std::to_string(i) + ']');
    }
  }
  query.selection.restrictions.push_back(std::move(restriction));
  return {};
}

Text Reader::read_includes(const Parameter& parameter) {
  for (std::string_view rest = parameter.value;;) {
    const std::string_view name = rest.substr(0, rest.find(','));
    if (std::ranges::find(rules.includes, name) == rules.includes.end()) {
      Text text = "includes: expected";
      for (const std::string_view known : rules.includes) text.append(" ").append(known);
      return text;
    }
    query.includes.emplace_back(name);
    if (name.size() == rest.size()) return {};
    rest.remove_prefix(name.size() + 1);
  }
}

Text Reader::read_predicate(const Parameter& parameter) {
  query.selection.any = equals_ignoring_case(parameter.value, "or");
  return query.selection.any || equals_ignoring_case(parameter.value, "and") ? Text{}
                                                                             : "_predicate: expected and or or";
}

Text Reader::read_array(const NamedParameter& named, const Parameter& parameter) {
  const bool addresses = named.reading == NamedParameter::Reading::emails;
  auto list = read_texts(parameter.value);
  if (!list) return parameter.name + ": expected a JSON array of " + (addresses ? "addresses" : "texts");
  if (addresses) {
    for (std::string& address : *list) address = email_key(address);
  }
  query.selection.restrictions.push_back({rules.table.place(named.column), *std::move(list)});
  return {};
}

Text Reader::read_named(const NamedParameter& named, const Parameter& parameter) {
  using Reading = NamedParameter::Reading;
  if (named.reading == Reading::texts || named.reading == Reading::emails) return read_array(named, parameter);
  std::string value = parameter.value;
  if (named.reading == Reading::spelling) {
    const auto found = std::ranges::find_if(
        named.spellings, [&](const Spelling& spelling) { return equals_ignoring_case(spelling.written, value); });
    if (found == named.spellings.end()) return parameter.name + ": not one of the values it can have";
    value = found->stored;
  }
  if (named.reading == Reading::customer) {
    auto id = resolve(value);
    if (!id) query.missing.push_back(parameter.name);
    // No record has an empty id.
    value = id.value_or("");
  }
  return add({rules.table.place(named.column), parameter.op, std::move(value)});
}

Text Reader::add(Condition condition) {
  if (query.selection.conditions.size() == limits::filters_max_count) return "at most 8 filters";
  query.selection.conditions.push_back(std::move(condition));
  return {};
}

Text Reader::read(const Parameter& parameter) {
  struct ReservedRow {
    std::string_view name;
    Text (Reader::*read)(const Parameter&);
    bool known;
  };
  const ReservedRow reserved[] = {
      {"page", &Reader::read_page, true},
      {"limit", &Reader::read_limit, true},
      {"customerIds", &Reader::read_customer_ids, !rules.customer_ids.empty()},
      {"includes", &Reader::read_includes, !rules.includes.empty()},
      {"_predicate", &Reader::read_predicate, rules.filters},
  };
  const bool equal = parameter.op == Operator::equal;
  for (const ReservedRow& row : reserved) {
    if (row.name != parameter.name || !row.known) continue;
    return equal ? (this->*row.read)(parameter) : parameter.name + ": only = makes sense here";
  }
  for (const NamedParameter& named : rules.named) {
    if (named.name != parameter.name) continue;
    const bool comparable = equal || (rules.filters && parameter.op == Operator::not_equal);
    return comparable ? read_named(named, parameter) : parameter.name + ": this comparison makes no sense here";
  }
  if (!rules.filters) return "unknown parameter";
  auto filter = read_filter(rules.table, parameter);
  if (auto* problem = std::get_if<std::string>(&filter)) return std::move(*problem);
  return add(std::get<Condition>(std::move(filter)));
}

}  // namespace

bool ListQuery::has_include(std::string_view name) const { return std::ranges::find(includes, name) != includes.end(); }

std::variant<ListQuery, std::string> read_list_query(const ListRules& rules, std::span<const Parameter> parameters,
                                                     const Resolve& resolve) {
  Reader reader{rules, resolve};
  reader.query.selection.limit = limits::page_limit_default;
  for (const Parameter& parameter : parameters) {
    if (Text problem = reader.read(parameter); !problem.empty()) return problem;
  }
  return std::move(reader.query);
}

}  // namespace vestibule::sandbox
