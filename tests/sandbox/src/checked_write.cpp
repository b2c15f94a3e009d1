#include "checked_write.hpp"

#include "tenant.hpp"
#include "vestibule/validation/check_json.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

using validation::Operation;

const Table& table_of(catalogue::Entity entity) {
  return entity == catalogue::Entity::customer ? customers_table() : contacts_table();
}

}  // namespace

void create_checked(Store& store, catalogue::Entity entity, std::string_view body, CreateRows create,
                    const Answer& answer) {
  const auto checked = validation::check_batch_json(body, check_options(Operation::create, entity));
  if (!checked.ok) return answer(refused(checked.findings));
  std::vector<Changes> rows;
  rows.reserve(checked.rows.size());
  for (const auto& row : checked.rows) rows.push_back(changes_of(table_of(entity), *row));
  write(
      store,
      [rows = std::move(rows), create = std::move(create), warnings = warnings_of(checked.findings)](
          Repositories& repositories, Response& response) {
        const auto result = create(repositories, rows, now());
        if (const auto* refusal = std::get_if<Refusal>(&result)) {
          response = failure(problem_of(refusal->reason, "[" + std::to_string(refusal->row) + "]."));
          return false;
        }
        response = success(201, array_of(std::get<0>(result)), warnings);
        return true;
      },
      answer);
}

void patch_checked(Store& store, catalogue::Entity entity, std::string_view body, PatchRow patch,
                   const Answer& answer) {
  const auto checked = validation::check_json(body, check_options(Operation::patch, entity));
  if (!checked.ok) return answer(refused(checked.findings));
  write(
      store,
      [changes = changes_of(table_of(entity), checked.value), patch = std::move(patch),
       warnings = warnings_of(checked.findings)](Repositories& repositories, Response& response) {
        const auto result = patch(repositories, changes, now());
        if (const auto* refusal = std::get_if<Refusal>(&result)) {
          response = failure(problem_of(refusal->reason, ""));
          return false;
        }
        response = success(200, array_of(std::get<Values>(result)), warnings);
        return true;
      },
      answer);
}

}  // namespace vestibule::sandbox
