#include "list_answer.hpp"

namespace vestibule::sandbox {
namespace {

std::variant<ListQuery, std::string> read_query(Repositories& repositories, const Call& call, const ListRules& rules) {
  return read_list_query(rules, call.parameters, [&](std::string_view id) -> std::optional<std::string> {
    const auto customer = find_named(repositories.customers, id);
    return customer ? (*customer)["id"] : std::nullopt;
  });
}

Members members(Repositories& repositories, const ListQuery& query, const Embed& embed) {
  if (!embed) return {};
  return [&](const Values& record) { return embed(repositories, query, record); };
}

}  // namespace

Response answer_list(Repositories& repositories, const Call& call, const ListRules& rules, const Embed& embed,
                     const std::optional<std::string>& customer_id) {
  ListRules actual = rules;
  if (repositories.settings.has(Choice::filters_refused)) actual.filters = false;
  auto read = read_query(repositories, call, actual);
  if (const auto* problem = std::get_if<std::string>(&read)) return failure(400, "INVALID_PARAMETER", *problem);
  ListQuery& query = std::get<ListQuery>(read);
  if (repositories.settings.has(Choice::filters_ignored)) query.selection.conditions.clear();
  if (customer_id) query.selection.restrictions.push_back({rules.table.place("customerId"), {*customer_id}});
  const Page page = repositories.select(rules.table, query.selection);
  std::vector<Warning> warnings;
  for (const std::string& place : query.missing) {
    warnings.push_back({"CUSTOMER_NOT_FOUND", place + ": there is no such customer"});
  }
  return success(200, array_of(page.rows, members(repositories, query, embed)), warnings,
                 Pagination{query.selection.page, query.selection.limit, page.total});
}

Response answer_one(Repositories& repositories, const Call& call, const ListRules& rules, const Values& record,
                    const Embed& embed) {
  for (const Parameter& parameter : call.parameters) {
    if (parameter.name != "includes") return failure(400, "INVALID_PARAMETER", "the only parameter here is includes");
  }
  const auto read = read_query(repositories, call, rules);
  if (const auto* problem = std::get_if<std::string>(&read)) return failure(400, "INVALID_PARAMETER", *problem);
  return success(200, array_of(record, members(repositories, std::get<ListQuery>(read), embed)));
}

}  // namespace vestibule::sandbox
