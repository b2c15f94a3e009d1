#include "checked_write.hpp"

#include <algorithm>
#include <optional>

#include "lenient_check.hpp"
#include "tenant.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

using validation::Operation;

const Table& table_of(catalogue::Entity entity) {
  return entity == catalogue::Entity::customer ? customers_table() : contacts_table();
}

bool is_chosen(Store& store, Choice choice) {
  return store.read([choice](Repositories& repositories) { return repositories.settings.has(choice); });
}

validation::Options options_for(Store& store, Operation operation, catalogue::Entity entity) {
  validation::Options options = check_options(operation, entity);
  if (is_chosen(store, Choice::lists_closed)) options.profile = &tenant_of_closed_lists();
  return options;
}

Problem problem_in(const Refusal& refusal, std::size_t row) {
  return problem_of(refusal.reason, "[" + std::to_string(row) + "].");
}

// A batch of which the good rows are stored, each by itself, and the others become warnings (nue-api 10.4).
class PartialBatch {
 public:
  PartialBatch(Judged<validation::BatchResult> judged, const Table& table)
      : warnings_{std::move(judged.warnings)}, complete_{judged.result.ok} {
    std::ranges::move(refusals_of(judged.result.findings), std::back_inserter(warnings_));
    for (const auto& row : judged.result.rows) {
      rows_.push_back(row ? std::optional{changes_of(table, *row)} : std::nullopt);
    }
  }

  /// Whether a row is left to be stored.
  [[nodiscard]] bool store(Repositories& repositories, const CreateRows& create, Response& response) {
    std::vector<Values> created;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!rows_[i]) continue;
      const auto result = create(repositories, {*rows_[i]}, now());
      if (const auto* refusal = std::get_if<Refusal>(&result)) {
        refuse(problem_in(*refusal, i), response);
      } else {
        created.push_back(std::get<std::vector<Values>>(result).front());
      }
    }
    if (created.empty()) return false;  // with the answer of a refusal
    const bool told = !complete_ && repositories.settings.has(Choice::partial_207);
    response = success(told ? 207 : 201, array_of(created), warnings_);
    return true;
  }

 private:
  void refuse(const Problem& problem, Response& response) {
    complete_ = false;
    warnings_.push_back({std::string{problem.code}, problem.message});
    response = failure(problem);
  }

  std::vector<std::optional<Changes>> rows_;
  std::vector<Warning> warnings_;
  bool complete_;
};

void create_whole(Store& store, std::vector<Changes> rows, CreateRows create, std::vector<Warning> warnings,
                  const Answer& answer) {
  write(
      store,
      [rows = std::move(rows), create = std::move(create), warnings = std::move(warnings)](Repositories& repositories,
                                                                                           Response& response) {
        const auto result = create(repositories, rows, now());
        if (const auto* refusal = std::get_if<Refusal>(&result)) {
          response = failure(problem_in(*refusal, refusal->row));
          return false;
        }
        response = success(201, array_of(std::get<0>(result)), warnings);
        return true;
      },
      answer);
}

}  // namespace

void create_checked(Store& store, catalogue::Entity entity, std::string_view body, CreateRows create,
                    const Answer& answer) {
  auto judged =
      judge_batch(body, options_for(store, Operation::create, entity), is_chosen(store, Choice::members_ignored));
  const auto& rows = judged.result.rows;
  const bool some_are_good = std::ranges::any_of(rows, [](const auto& row) { return row.has_value(); });
  if (some_are_good && is_chosen(store, Choice::batches_partial)) {
    return write(
        store,
        [batch = PartialBatch{std::move(judged), table_of(entity)}, create = std::move(create)](
            Repositories& repositories, Response& response) mutable {
          return batch.store(repositories, create, response);
        },
        answer);
  }
  if (!judged.result.ok) return answer(refused(judged.result.findings));
  std::vector<Changes> changes;
  changes.reserve(rows.size());
  for (const auto& row : rows) changes.push_back(changes_of(table_of(entity), *row));
  create_whole(store, std::move(changes), std::move(create), std::move(judged.warnings), answer);
}

void patch_checked(Store& store, catalogue::Entity entity, std::string_view body, PatchRow patch,
                   const Answer& answer) {
  auto judged =
      judge_record(body, options_for(store, Operation::patch, entity), is_chosen(store, Choice::members_ignored));
  if (!judged.result.ok) return answer(refused(judged.result.findings));
  write(
      store,
      [changes = changes_of(table_of(entity), judged.result.value), patch = std::move(patch),
       warnings = std::move(judged.warnings)](Repositories& repositories, Response& response) {
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
